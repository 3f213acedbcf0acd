package io.tapeline.emulator.upbit;

import io.tapeline.emulator.stream.Wrapping;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How members are spelled on a connection; what is published has the long spelling. */
enum UpbitFormat implements Wrapping {
    DEFAULT(false, false),
    SIMPLE(true, false),
    JSON_LIST(false, true),
    SIMPLE_LIST(true, true);

    private static final Pattern NAME = Pattern.compile("\"(\\w+)\":");
    private static final Map<String, String> SHORT = shortNames();

    private final boolean brief;
    private final boolean listed;

    UpbitFormat(boolean brief, boolean listed) {
        this.brief = brief;
        this.listed = listed;
    }

    /** Answers outside of streams are the same in all. */
    @Override
    public String wrap(String stream, String payload) {
        if (stream.isEmpty()) {
            return payload;
        }
        String spelled = brief ? NAME.matcher(payload).replaceAll(UpbitFormat::brief) : payload;
        return listed ? "[" + spelled + "]" : spelled;
    }

    private static String brief(MatchResult name) {
        String known = SHORT.getOrDefault(name.group(1), name.group(1));
        return Matcher.quoteReplacement("\"" + known + "\":");
    }

    private static Map<String, String> shortNames() {
        String names = """
                type ty code cd timestamp tms trade_date td trade_time ttm trade_timestamp ttms trade_price tp trade_volume tv \
                ask_bid ab prev_closing_price pcp change c change_price cp change_rate cr signed_change_price scp \
                signed_change_rate scr sequential_id sid best_ask_price bap best_ask_size bas best_bid_price bbp \
                best_bid_size bbs stream_type st total_ask_size tas total_bid_size tbs orderbook_units obu ask_price ap \
                bid_price bp ask_size as bid_size bs level lv candle_date_time_utc cdttmu candle_date_time_kst cdttmk \
                opening_price op high_price hp low_price lp candle_acc_trade_volume catv candle_acc_trade_price catp \
                acc_trade_price atp acc_trade_volume atv acc_trade_price_24h atp24h acc_trade_volume_24h atv24h \
                acc_ask_volume aav acc_bid_volume abv highest_52_week_price h52wp highest_52_week_date h52wdt \
                lowest_52_week_price l52wp lowest_52_week_date l52wdt market_state ms is_trading_suspended its \
                delisting_date dd market_warning mw""";
        String[] words = names.split(" ");
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            all.put(words[i], words[i + 1]);
        }
        return Map.copyOf(all);
    }
}
