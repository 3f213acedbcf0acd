package io.tapeline.emulator.htx;

import io.tapeline.emulator.server.WsConnection;

/** Sockets of spot: market data, and books, whose socket also answers for whole ones. */
final class HtxSpotSession extends HtxSession {
    static final String MARKET = "/ws";
    static final String BOOKS = "/feed";

    private final HtxSpotVenue venue;

    HtxSpotSession(HtxSpotVenue venue, WsConnection connection) {
        super(venue, connection);
        this.venue = venue;
    }

    @Override
    protected String answer(String topic, String id) {
        HtxMbpBook book = route().equals(BOOKS) ? venue.book(topic) : null;
        return book == null ? super.answer(topic, id) : book.whole(id, now());
    }
}
