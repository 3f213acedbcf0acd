package io.tapeline.venue.krakenfutures;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a product says: {@code <TYPE>_<BASE>USD[_YYMMDD]}. Names came in lower case until 2021.
 *
 * @param type {@code PI} and {@code FI} are inverse, {@code PF} and {@code FF} linear; {@code F} in front is dated
 * @param base in the spelling of everybody else: {@code BTC}, where the name has {@code XBT}
 * @param date {@code YYMMDD}, null of a perpetual
 */
record KrakenProduct(
        String symbol, String type, String base, @Nullable String date) {
    private static final Pattern NAME = Pattern.compile("(PI|PF|FI|FF)_(.+?)USD(?:_(\\d{6}))?");

    static KrakenProduct of(String text) {
        String symbol = text.toUpperCase(Locale.ROOT);
        Matcher name = NAME.matcher(symbol);
        if (!name.matches()) {
            throw new BadMember("product_id", "expected a name such as PF_XBTUSD, got '" + text + "'");
        }
        return new KrakenProduct(symbol, name.group(1), asset(name.group(2)), name.group(3));
    }

    /** The usual name of an asset that the venue spells its own way. */
    static String asset(String code) {
        return switch (code) {
            case "XBT" -> "BTC";
            case "XDG" -> "DOGE";
            default -> code;
        };
    }

    boolean inverse() {
        return type.endsWith("I");
    }

    ContractType contractType() {
        return inverse() ? ContractType.INVERSE : ContractType.LINEAR;
    }

    Market market() {
        return type.startsWith("P") ? Market.PERPETUAL : Market.FUTURE;
    }

    /** Inverse products count contracts of one dollar, linear ones base units. */
    SizeUnit sizeUnit() {
        return inverse() ? SizeUnit.CONTRACTS : SizeUnit.BASE;
    }

    InstrumentId id(InstrumentLookup instruments) {
        Instrument known = instruments.find(symbol);
        return known != null ? known.id() : new InstrumentId(KrakenFuturesVenue.EXCHANGE, market(), symbol);
    }
}
