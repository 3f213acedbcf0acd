package io.tapeline.writer.store;

import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Trade;
import io.tapeline.model.identity.EventIdentity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the large tables leave out because the relations of users compute it again, exactly. */
final class CompactColumns {
    /** The venue's id is the key. */
    static final char ID_IS_KEY = 'n';
    /** The venue's id is kept beside the key. */
    static final char ID_IS_KEPT = 't';
    /** The venue sends none. */
    static final char NO_ID = '-';

    private CompactColumns() {}

    static char idForm(@Nullable String id) {
        return id == null ? NO_ID : EventIdentity.isPlainNumber(id) ? ID_IS_KEY : ID_IS_KEPT;
    }

    static @Nullable String keptId(Trade trade) {
        return idForm(trade.tradeId()) == ID_IS_KEPT ? trade.tradeId() : null;
    }

    static char idForm(Quote quote) {
        return idForm(quote.sequence() == null ? null : quote.sequence().toString());
    }

    static @Nullable Long keptSequence(Quote quote) {
        return idForm(quote) == ID_IS_KEPT ? quote.sequence() : null;
    }

    /** '0' to '3': 1 when the base size is the size, plus 2 when the value is price times base size. */
    static char derived(Trade trade) {
        return (char) ('0' + (baseSizeIsSize(trade) ? 1 : 0) + (valueIsProduct(trade) ? 2 : 0));
    }

    @SuppressWarnings("BigDecimalEquals") // the digits must come back as they were
    static boolean baseSizeIsSize(Trade trade) {
        return trade.size().equals(trade.baseSize());
    }

    @SuppressWarnings("BigDecimalEquals") // as above
    static boolean valueIsProduct(Trade trade) {
        BigDecimal baseSize = trade.baseSize();
        return baseSize != null
                && trade.valueUsd() != null
                && trade.valueUsd().equals(Decimals.usd(trade.price().multiply(baseSize)));
    }
}
