package io.tapeline.collector.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.gap.IdTracker.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdTrackerTest {
    private final IdTracker ids = new IdTracker();

    private Answer accept(long id) {
        return ids.accept(id, id * 10);
    }

    @Test
    void consecutiveIdsAreJustNext() {
        assertThat(accept(7)).isInstanceOf(Answer.Next.class);
        assertThat(accept(8)).isInstanceOf(Answer.Next.class);
        assertThat(ids.holes()).isEmpty();
    }

    @Test
    void theVeryFirstTwoMayComeInTheWrongOrder() {
        accept(8);
        assertThat(accept(7)).isInstanceOf(Answer.Next.class);
        assertThat(accept(7)).isInstanceOf(Answer.Duplicate.class);
        assertThat(accept(9)).isInstanceOf(Answer.Next.class);
        ids.restore(20, 200, List.of());
        assertThat(accept(19)).as("seen by the process before").isInstanceOf(Answer.Duplicate.class);
    }

    @Test
    void aJumpIsAHoleWithBothEndsAndTimes() {
        accept(7);
        IdHole hole = ((Answer.Jump) accept(11)).hole();
        assertThat(List.of(hole.first(), hole.last(), hole.missing(), hole.from(), hole.to()))
                .containsExactly(8L, 10L, 3L, 70L, 110L);
    }

    @Test
    void aHoleIsFilledInAnyOrderAndEachIdOnce() {
        accept(7);
        IdHole hole = ((Answer.Jump) accept(11)).hole();
        assertThat(accept(9)).isEqualTo(new Answer.Fills(hole, false));
        assertThat(accept(9)).isInstanceOf(Answer.Duplicate.class);
        assertThat(accept(8)).isEqualTo(new Answer.Fills(hole, false));
        assertThat(hole.firstMissing()).isEqualTo(10);
        assertThat(accept(10)).isEqualTo(new Answer.Fills(hole, true));
        assertThat(accept(10)).isInstanceOf(Answer.Duplicate.class);
        assertThat(ids.holes()).isEmpty();
    }

    @Test
    void whatWasSeenIsADuplicate() {
        accept(7);
        accept(8);
        assertThat(accept(7)).isInstanceOf(Answer.Duplicate.class);
        assertThat(accept(3)).isInstanceOf(Answer.Duplicate.class);
    }

    @Test
    void theTimeTheProcessWasDownIsAHoleLikeAnyOther() {
        ids.restore(100, 1_000, List.of(new IdHole(50, 51, 1, 2)));
        IdHole hole = ((Answer.Jump) ids.accept(105, 2_000)).hole();
        assertThat(hole.first()).isEqualTo(101);
        assertThat(accept(50)).isInstanceOf(Answer.Fills.class);
    }

    @Test
    void thereIsRoomForABoundedNumberOfHolesAndTheOldestIsGivenUpAloud() {
        accept(0);
        IdHole first = ((Answer.Jump) accept(2)).hole();
        for (int i = 2; i <= IdTracker.MAX_HOLES; i++) {
            assertThat(((Answer.Jump) accept(2L * i)).givenUp()).isNull();
        }
        assertThat(((Answer.Jump) accept(2L * IdTracker.MAX_HOLES + 2)).givenUp())
                .isSameAs(first);
    }
}
