package io.tapeline.venue.okx;

import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueAdapterCompatibilityKit;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

class OkxAdapterTest extends VenueAdapterCompatibilityKit {
    private final Venue venue = new OkxVenue(OkxSettings.of("https://openapi.okx.com", "wss://ws.okx.com:8443"));

    @Override
    protected Venue venue() {
        return venue;
    }

    @Override
    protected List<VenuePayload> payloads() {
        return OkxPayloads.all();
    }

    @Override
    protected List<Instrument> instruments() {
        return OkxInstruments.some();
    }

    @Override
    protected String acknowledgement() {
        return "{\"id\":\"7\",\"event\":\"subscribe\",\"arg\":{\"channel\":\"books\",\"instId\":\"BTC-USDT\"},"
                + "\"connId\":\"a4d3ae55\"}";
    }

    @Override
    protected String rejection() {
        return "{\"id\":\"7\",\"event\":\"error\",\"code\":\"60012\",\"msg\":\"Invalid request\",\"connId\":\"a4d3ae55\"}";
    }

    @Override
    protected String unknown() {
        return "{\"arg\":{\"channel\":\"gossip\",\"instId\":\"BTC-USDT\"},\"data\":[{\"ts\":\"1795168799085\"}]}";
    }

    @Override
    protected Optional<BookSession> bookSession() {
        return Optional.of(new BookSession(
                OkxPayloads.OLD, OkxPayloads.SNAPSHOT, OkxPayloads.FIRST, OkxPayloads.SECOND, OkxPayloads.THIRD));
    }

    @Override
    protected String channel(VenueStream stream) {
        String channel = stream.name().substring(0, stream.name().indexOf(':'));
        return channel.startsWith("candle") ? "candle<bar>" : channel;
    }

    /** Only the ratio of volumes is not sent. */
    @Override
    protected boolean scaled(VenuePayload payload) {
        return payload.channel().contains("taker-volume");
    }

    @Override
    protected int streamsPerMessage() {
        return 25;
    }

    @Override
    protected int timesNamed(String text, VenueStream stream) {
        String[] name = stream.name().split(":");
        Pattern arg = Pattern.compile(
                "\\{\"channel\":\"" + name[0] + "\",\"inst(?:Id|Type)\":\"" + Pattern.quote(name[1]) + "\"}");
        return (int) arg.matcher(text).results().count();
    }
}
