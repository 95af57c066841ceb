package app.keepsake.memories;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Edit;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Shot.Role;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RetellingTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 3);
    private static final String YOURS = "you put it here";
    private static final Memory TOLD = new Memory(
            "2024-05-lisbon-3f2a",
            "trip",
            "Lisbon",
            "May 2024",
            DAY,
            DAY,
            1,
            0.5,
            List.of(shot(1, Role.OPENING), shot(2, Role.BODY), shot(3, Role.BODY), shot(4, Role.CLOSING)),
            "v1");

    private static Shot shot(long asset, Role role) {
        return new Shot(asset, role, "chosen");
    }

    private static Edit shots(Long... assets) {
        return new Edit(
                Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty(), Arrays.asList(assets));
    }

    private static Memory retold(Edit edit) {
        return Retelling.retell(TOLD, edit, asset -> true, YOURS);
    }

    @Test
    void wordsAreTheUsersWhereHeGaveAny() {
        Edit edit = new Edit(
                Optional.of("Our Lisbon"), Optional.of(""), Optional.of("epic"), 2, Optional.empty(), List.of());
        Memory memory = retold(edit);
        assertThat(memory.title()).isEqualTo("Our Lisbon");
        assertThat(memory.subtitle()).isEmpty();
        assertThat(memory.shots()).isEqualTo(TOLD.shots());
        assertThat(memory.edit()).isEqualTo(edit);
    }

    @Test
    void theFirstShotOpensAndTheLastCloses() {
        assertThat(retold(shots(3L, 2L, 9L, 1L)).shots())
                .containsExactly(
                        new Shot(3, Role.OPENING, YOURS),
                        shot(2, Role.BODY),
                        new Shot(9, Role.BODY, YOURS),
                        new Shot(1, Role.CLOSING, YOURS));
        assertThat(retold(shots(2L)).shots()).containsExactly(new Shot(2, Role.OPENING, YOURS));
    }

    @Test
    void whatMayNotBeShownIsLeftOutUntilItMayAgain() {
        Edit edit = shots(9L, 1L, 2L);
        assertThat(Retelling.retell(TOLD, edit, asset -> asset != 9, YOURS).shots())
                .extracting(Shot::assetId)
                .containsExactly(1L, 2L);
        assertThat(retold(edit).shots()).extracting(Shot::assetId).containsExactly(9L, 1L, 2L);
        assertThat(Retelling.retell(TOLD, edit, asset -> false, YOURS).shots())
                .as("nothing, where none of its own is left either")
                .isEmpty();
        assertThat(Retelling.retell(TOLD, shots(9L), asset -> asset == 2 || asset == 3, YOURS)
                        .shots())
                .as("those of its own that may be shown, where none of the edit's is left")
                .containsExactly(shot(2, Role.BODY), shot(3, Role.BODY));
        assertThat(Retelling.retell(TOLD, Edit.NONE, asset -> asset != 2, YOURS).shots())
                .as("without any edit, too")
                .extracting(Shot::assetId)
                .containsExactly(1L, 3L, 4L);
    }

    @Test
    void anEditSurvivesThatTheMemoryIsMadeAnew() {
        Memory anew =
                TOLD.edited("Lissabon", "Mai 2024", List.of(shot(7, Role.OPENING), shot(2, Role.CLOSING)), Edit.NONE);
        Memory memory = Retelling.retell(anew, shots(4L, 2L), asset -> true, YOURS);
        assertThat(memory.title()).isEqualTo("Lissabon");
        assertThat(memory.shots()).containsExactly(new Shot(4, Role.OPENING, YOURS), shot(2, Role.CLOSING));
        assertThat(Retelling.retell(memory, shots(4L, 2L), asset -> true, YOURS))
                .as("twice is as once")
                .isEqualTo(memory);
    }
}
