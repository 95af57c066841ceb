package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class FileStampTest {
    private static final long MODIFIED = 1_700_000_000_000L;

    private static boolean isFresh(long sidecar, long found) {
        return new FileStamp(1, MODIFIED, sidecar).asFoundAt(found).fresh();
    }

    @Test
    void aFileIsFreshWithinATickOfItsModification() {
        assertThat(isFresh(0, MODIFIED)).isTrue();
        assertThat(isFresh(0, MODIFIED + 2000)).isTrue();
        assertThat(isFresh(0, MODIFIED + 2001)).isFalse();
        assertThat(isFresh(MODIFIED + 60_000, MODIFIED + 60_500))
                .as("its sidecar was modified just now")
                .isTrue();
        assertThat(isFresh(0, MODIFIED - 86_400_000))
                .as("a camera's clock ran ahead")
                .isFalse();
    }

    @Test
    void whatWasFreshIsReadOnceMore() {
        FileStamp now = new FileStamp(1, MODIFIED, 0);
        assertThat(state(now).isCurrent(now.asFoundAt(MODIFIED))).isTrue();
        assertThat(state(now.asFoundAt(MODIFIED)).isCurrent(now)).isFalse();
    }

    private static FileState state(FileStamp stamp) {
        return new FileState(stamp, OptionalLong.of(1), false, Optional.empty(), Optional.empty());
    }
}
