package io.tapeline.venue.upbit;

/** Members of messages, each in the long spelling and in the short one of the format {@code SIMPLE}. */
enum UpbitField {
    TYPE("type", "ty"),
    CODE("code", "cd"),
    TIMESTAMP("timestamp", "tms"),
    STREAM_TYPE("stream_type", "st"),

    TRADE_TIMESTAMP("trade_timestamp", "ttms"),
    TRADE_PRICE("trade_price", "tp"),
    TRADE_VOLUME("trade_volume", "tv"),
    ASK_BID("ask_bid", "ab"),
    SEQUENTIAL_ID("sequential_id", "sid"),

    UNITS("orderbook_units", "obu"),
    ASK_PRICE("ask_price", "ap"),
    ASK_SIZE("ask_size", "as"),
    BID_PRICE("bid_price", "bp"),
    BID_SIZE("bid_size", "bs"),
    LEVEL("level", "lv"),

    OPENING_PRICE("opening_price", "op"),
    HIGH_PRICE("high_price", "hp"),
    LOW_PRICE("low_price", "lp"),
    CANDLE_START("candle_date_time_utc", "cdttmu"),
    CANDLE_VOLUME("candle_acc_trade_volume", "catv"),
    CANDLE_TURNOVER("candle_acc_trade_price", "catp"),
    DAY_VOLUME("acc_trade_volume", "atv"),
    DAY_TURNOVER("acc_trade_price", "atp"),
    DAY_BOUGHT("acc_bid_volume", "abv");

    private final String full;
    private final String simple;

    UpbitField(String full, String simple) {
        this.full = full;
        this.simple = simple;
    }

    String full() {
        return full;
    }

    String simple() {
        return simple;
    }
}
