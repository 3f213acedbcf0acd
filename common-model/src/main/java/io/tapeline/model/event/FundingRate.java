package io.tapeline.model.event;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A funding rate.
 *
 * @param rate fraction per interval; positive: longs pay shorts. For the interval ending at {@code nextFundingTime}, or at the timestamp when settled
 * @param intervalHours hours between payments; null when the venue's metadata is absent
 * @param rate8h rate prorated to 8 hours, 18 significant digits HALF_EVEN
 * @param predictedRate estimate for the interval after
 * @param metadata further facts; {@code venue} where the rate is one venue's prediction for another, which takes no part
 *     in averages
 */
public record FundingRate(
        Header header,
        BigDecimal rate,
        FundingStatus status,
        @Nullable BigDecimal intervalHours,
        @JsonName("rate_8h") @Nullable BigDecimal rate8h,
        @Nullable BigDecimal predictedRate,
        @EpochMicros @Nullable Long nextFundingTime,
        Map<String, Object> metadata)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.FUNDING_RATE;
    }
}
