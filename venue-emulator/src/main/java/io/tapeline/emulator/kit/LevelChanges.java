package io.tapeline.emulator.kit;

import io.tapeline.emulator.market.Level;
import java.util.ArrayList;
import java.util.List;

/** What turns one side of a book into another. */
final class LevelChanges {
    private LevelChanges() {}

    /** Absolute sizes of levels that are new or other than before, 0 of those that are gone; best first. */
    static List<Level> between(List<Level> before, List<Level> after, boolean bids) {
        List<Level> changes = new ArrayList<>();
        int old = 0;
        for (Level level : after) {
            while (old < before.size() && better(before.get(old).price(), level.price(), bids)) {
                changes.add(new Level(before.get(old++).price(), 0));
            }
            boolean known = old < before.size() && before.get(old).price() == level.price();
            if (!known || before.get(old).size() != level.size()) {
                changes.add(level);
            }
            old += known ? 1 : 0;
        }
        before.subList(old, before.size()).forEach(gone -> changes.add(new Level(gone.price(), 0)));
        return changes;
    }

    private static boolean better(long price, long other, boolean bids) {
        return bids ? price > other : price < other;
    }
}
