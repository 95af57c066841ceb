package app.keepsake.share;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.share.SavedTargets.Saved;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SavedTargetsTest {
    @TempDir
    private Path folder;

    /** As a file does when a thread is interrupted while it writes. */
    private static final class AskedTwice implements SavedTargets.Store {
        private List<Saved> kept = List.of(new Saved("cloud", "nextcloud", Map.of()));

        @Override
        public List<Saved> read() {
            return kept;
        }

        @Override
        public void update(UnaryOperator<List<Saved>> change) {
            List<Saved> ignored = change.apply(kept);
            kept = change.apply(kept);
        }
    }

    @Test
    void whatWasKeptIsToldOnceThoughTheChangeIsMadeAgain() {
        SavedTargets targets = new SavedTargets(folder, new AskedTwice());

        assertThat(targets.replaceAll(kept -> List.of())).hasSize(1);
        assertThat(targets.all()).isEmpty();
    }
}
