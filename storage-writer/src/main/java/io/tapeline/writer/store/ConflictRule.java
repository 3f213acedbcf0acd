package io.tapeline.writer.store;

import io.tapeline.model.event.Candle;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.GapState;
import io.tapeline.model.event.LargeTrade;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OptionSummary;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.event.Trade;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which of two events with one key is kept: once in Java, for two in one batch, once in SQL, for one that is stored
 * already. Both must say the same. In SQL {@code t} is the stored row, {@code excluded} the new one.
 */
enum ConflictRule {
    FIRST_STAYS {
        @Override
        boolean replaces(MarketEvent stored, MarketEvent newer) {
            return false;
        }

        @Override
        String action(List<String> columns) {
            return "DO NOTHING";
        }
    },
    /** The first stays, but a trade may turn out later to have been a liquidation. */
    LIQUIDATION_MAY_COME_TRUE {
        @Override
        boolean replaces(MarketEvent stored, MarketEvent newer) {
            return isForced(newer) && !isForced(stored);
        }

        @Override
        MarketEvent replacement(MarketEvent stored, MarketEvent newer) {
            return switch (stored) {
                case Trade trade -> trade.asLiquidation();
                case LargeTrade trade -> trade.asLiquidation();
                default -> stored;
            };
        }

        @Override
        Optional<String> change(List<Row> rows) {
            return rows.stream().anyMatch(row -> isForced(row.event()))
                    ? Optional.of("SET is_liquidation = true FROM stage_trade AS s"
                            + " WHERE s.is_liquidation AND NOT t.is_liquidation")
                    : Optional.empty();
        }

        @Override
        String action(List<String> columns) {
            return "DO UPDATE SET is_liquidation = true WHERE excluded.is_liquidation AND NOT t.is_liquidation";
        }
    },
    /** The first stays; what it leaves open is filled in by those after it. */
    FIRST_IS_FILLED_IN {
        @Override
        boolean replaces(MarketEvent stored, MarketEvent newer) {
            return !replacement(stored, newer).equals(stored);
        }

        @Override
        MarketEvent replacement(MarketEvent stored, MarketEvent newer) {
            return OptionRow.filledIn((OptionSummary) stored, (OptionSummary) newer);
        }

        @Override
        String action(List<String> columns) {
            return OptionRow.fillIn();
        }
    },
    /** A settlement of a later stage beats one of an earlier, within a stage a newer one; neither loses what only it says. */
    LATER_STAGE {
        @Override
        boolean replaces(MarketEvent stored, MarketEvent newer) {
            return !replacement(stored, newer).equals(stored);
        }

        @Override
        MarketEvent replacement(MarketEvent stored, MarketEvent newer) {
            return SettlementRow.merged((Settlement) stored, (Settlement) newer);
        }

        @Override
        String action(List<String> columns) {
            return SettlementRow.merge();
        }
    },
    /** A closed candle beats an open one, a newer open one an older. */
    CLOSED_THEN_NEWEST {
        @Override
        boolean replaces(MarketEvent stored, MarketEvent newer) {
            return newer instanceof Candle n
                    && stored instanceof Candle s
                    && !s.closed()
                    && (n.closed() || n.header().receivedAt() > s.header().receivedAt());
        }

        @Override
        String action(List<String> columns) {
            return replaceAll(columns) + " WHERE NOT t.closed"
                    + " AND (excluded.closed OR excluded.received_at > t.received_at)";
        }
    },
    /** What became of a gap beats that it is open, a newer word an older. */
    NEWEST_GAP_STATE {
        @Override
        boolean replaces(MarketEvent stored, MarketEvent newer) {
            return (newer instanceof Gap n && stored instanceof Gap s && settled(n) != settled(s))
                    ? settled(n)
                    : newer.header().receivedAt() > stored.header().receivedAt();
        }

        private static boolean settled(Gap gap) {
            return gap.state() != GapState.OPEN;
        }

        @Override
        String action(List<String> columns) {
            return replaceAll(columns) + " WHERE (excluded.state <> 'open', excluded.received_at)"
                    + " > (t.state <> 'open', t.received_at)";
        }
    },
    NEWEST {
        @Override
        boolean replaces(MarketEvent stored, MarketEvent newer) {
            return newer.header().timestamp() != stored.header().timestamp()
                    ? newer.header().timestamp() > stored.header().timestamp()
                    : newer.header().receivedAt() > stored.header().receivedAt();
        }

        @Override
        String action(List<String> columns) {
            return replaceAll(columns)
                    + " WHERE (excluded.\"timestamp\", excluded.received_at) > (t.\"timestamp\", t.received_at)";
        }
    };

    abstract boolean replaces(MarketEvent stored, MarketEvent newer);

    /** What follows {@code ON CONFLICT (...)}. */
    abstract String action(List<String> columns);

    /** The same for a table without a unique index: what follows {@code UPDATE}, when these rows may change any. */
    Optional<String> change(List<Row> rows) {
        return Optional.empty();
    }

    /** What is kept when the newer replaces. */
    MarketEvent replacement(MarketEvent stored, MarketEvent newer) {
        return newer;
    }

    final MarketEvent resolve(MarketEvent stored, MarketEvent newer) {
        return replaces(stored, newer) ? replacement(stored, newer) : stored;
    }

    private static boolean isForced(MarketEvent event) {
        return switch (event) {
            case Trade trade -> trade.isLiquidation();
            case LargeTrade trade -> trade.isLiquidation();
            default -> false;
        };
    }

    private static String replaceAll(List<String> columns) {
        return columns.stream()
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", ", "DO UPDATE SET ", ""));
    }
}
