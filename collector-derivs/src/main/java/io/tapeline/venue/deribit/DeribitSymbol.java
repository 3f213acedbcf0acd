package io.tapeline.venue.deribit;

import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the spelling of an instrument says: {@code BTC-PERPETUAL}, {@code BTC-25DEC26}, {@code BTC-25DEC26-100000-C} are
 * inverse, {@code BTC_USDC-PERPETUAL} and the like are linear, {@code BTC_USDC} is spot.
 *
 * @param base asset it is about
 * @param market null for a combo ({@code BTC-FS-25DEC26_PERP}), whose trades come again on its legs
 * @param inverse whether it pays in its base asset
 */
record DeribitSymbol(String name, String base, @Nullable Market market, boolean inverse) {
    static final String EXCHANGE = "deribit";

    /** The day is not padded: {@code 5JUN26}. */
    private static final Pattern DATE = Pattern.compile("\\d{1,2}[A-Z]{3}\\d{2}");

    static DeribitSymbol of(String name) {
        String[] parts = name.split("-", -1);
        int pair = parts[0].indexOf('_');
        boolean linear = pair >= 0 || parts.length == 1;
        return new DeribitSymbol(name, pair < 0 ? parts[0] : parts[0].substring(0, pair), market(parts), !linear);
    }

    private static @Nullable Market market(String[] parts) {
        return switch (parts.length) {
            case 1 -> Market.SPOT;
            case 2 -> parts[1].equals("PERPETUAL") ? Market.PERPETUAL : isDate(parts[1]) ? Market.FUTURE : null;
            case 4 -> isDate(parts[1]) && (parts[3].equals("C") || parts[3].equals("P")) ? Market.OPTION : null;
            default -> null;
        };
    }

    private static boolean isDate(String part) {
        return DATE.matcher(part).matches();
    }

    /** An index, such as {@code btc_usd}. */
    static InstrumentId index(String name) {
        return new InstrumentId(EXCHANGE, Market.INDEX, name);
    }

    /** The index whose expected volatility DVOL is: that of the coin in US dollars. */
    static InstrumentId volatilityIndex(String coin) {
        return index(coin.toLowerCase(Locale.ROOT) + "_usd");
    }

    /**
     * What amounts count: US dollars of inverse perpetuals and futures (in steps of the contract size, but not in
     * contracts), the base asset everywhere else; an option of one contract is one coin.
     */
    SizeUnit sizeUnit() {
        return inverse && market != Market.OPTION ? SizeUnit.QUOTE : SizeUnit.BASE;
    }
}
