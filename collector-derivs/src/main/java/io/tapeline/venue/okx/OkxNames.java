package io.tapeline.venue.okx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.util.regex.Pattern;

/** What names tell: of instruments, of indices, of streams. */
final class OkxNames {
    static final String EXCHANGE = "okx";

    private static final String SWAP = "-SWAP";

    /** An X-Perp is listed among the futures and has a formal expiry, such as {@code BTC-USD_UM_XPERP-310404}. */
    private static final String XPERP = "_XPERP-";

    private static final Pattern OPTION = Pattern.compile("[^-]+-[^-]+-\\d{6}-[^-]+-[CP]");
    private static final Pattern DATED = Pattern.compile("[^-]+-[^-]+-\\d{6}");
    private static final Pattern PAIR = Pattern.compile("[^-]+-[^-]+");

    private OkxNames() {}

    /** The instrument of that name; without metadata its market is told by the spelling. */
    static InstrumentId id(String symbol, InstrumentLookup instruments) {
        Instrument known = instruments.find(symbol);
        return known != null ? known.id() : new InstrumentId(EXCHANGE, market(symbol), symbol);
    }

    private static Market market(String symbol) {
        if (symbol.endsWith(SWAP) || symbol.contains(XPERP)) {
            return Market.PERPETUAL;
        } else if (PAIR.matcher(symbol).matches()) {
            return Market.SPOT;
        } else if (DATED.matcher(symbol).matches()) {
            return Market.FUTURE;
        } else if (OPTION.matcher(symbol).matches()) {
            return Market.OPTION;
        }
        throw new BadMember("instId", "expected one such as BTC-USDT-SWAP, got '" + symbol + "'");
    }

    /** Spot counts the base asset, everything else counts contracts. */
    static SizeUnit unit(InstrumentId id) {
        return id.market() == Market.SPOT ? SizeUnit.BASE : SizeUnit.CONTRACTS;
    }

    static boolean isSwap(InstrumentId id) {
        return id.market() == Market.PERPETUAL && id.symbol().endsWith(SWAP);
    }

    /** The venue's type of a derivative: X-Perps are futures to it. */
    static String type(InstrumentId id) {
        return isSwap(id) ? "SWAP" : "FUTURES";
    }

    /** The index that a swap follows: {@code BTC-USDT} of {@code BTC-USDT-SWAP}. */
    static String index(InstrumentId swap) {
        return swap.symbol().substring(0, swap.symbol().length() - SWAP.length());
    }

    /** The swap that an index is filed under. */
    static InstrumentId ofIndex(String index, InstrumentLookup instruments) {
        return id(index + SWAP, instruments);
    }

    static String stream(String channel, String about) {
        return channel + ":" + about;
    }

    /** The name of the stream that an {@code arg} means. */
    static String stream(JsonValue arg) {
        String about = arg.textOr("instId", arg.textOr("instFamily", arg.textOr("uly", arg.textOr("instType", ""))));
        return stream(arg.text("channel"), about);
    }
}
