package app.keepsake.operations.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DurableFileTest {
    private static final int EACH = 100;

    @TempDir
    Path folder;

    private record Numbers(List<Integer> all) {
        private static final Numbers NONE = new Numbers(List.of());

        Numbers with(int number) {
            return new Numbers(Stream.concat(all.stream(), Stream.of(number)).toList());
        }
    }

    private Path path() {
        return folder.resolve("numbers.json");
    }

    private DurableFile<Numbers> file() {
        return new DurableFile<>(path(), Numbers.class, Numbers.NONE);
    }

    @Test
    void noChangeIsLostBetweenTwoThatWrite() throws Exception {
        List<Callable<Numbers>> work = new ArrayList<>();
        for (int writer = 0; writer < 2; writer++) {
            DurableFile<Numbers> file = file();
            IntStream.range(writer * EACH, (writer + 1) * EACH)
                    .forEach(number -> work.add(() -> file.update(before -> before.with(number))));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Numbers> done : threads.invokeAll(work)) {
                assertThat(done.get().all()).isNotEmpty();
            }
        }
        assertThat(file().read().all())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 2 * EACH).boxed().toList());
    }

    @Test
    void aThreadThatIsToldToEndNotesWhatItHasToFirst() {
        Thread.currentThread().interrupt();
        AtomicInteger times = new AtomicInteger();
        try {
            Numbers noted = file().update(before -> {
                if (times.incrementAndGet() == 1) {
                    Thread.currentThread().interrupt();
                }
                return before.with(1);
            });
            assertThat(noted.all()).containsExactly(1);
        } finally {
            assertThat(Thread.interrupted()).as("it is still told to end").isTrue();
        }
        assertThat(file().read().all()).containsExactly(1);
    }

    @Test
    void seesWhatAnotherWrote() {
        DurableFile<Numbers> one = file();
        DurableFile<Numbers> other = file();
        assertThat(one.read()).isEqualTo(Numbers.NONE);
        for (int number = 0; number < 20; number++) {
            int added = number;
            Numbers written = other.update(before -> before.with(added));
            assertThat(one.read()).isEqualTo(written);
        }
    }

    @Test
    void aRefusedChangeChangesNothing() throws IOException {
        DurableFile<Numbers> file = file();
        file.update(before -> before.with(1));
        byte[] bytes = Files.readAllBytes(path());
        assertThatThrownBy(() -> file.update(before -> {
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");
        assertThat(path()).hasBinaryContent(bytes);
        assertThat(file.update(before -> before.with(2)).all()).containsExactly(1, 2);
    }

    @Test
    void whatCannotBeReadIsSetAside() throws IOException {
        String broken = "{\"all\":[1,2,";
        Files.writeString(path(), broken);
        DurableFile<Numbers> file = file();
        assertThat(file.read()).isEqualTo(Numbers.NONE);
        assertThat(path()).doesNotExist();
        file.update(before -> before.with(3));
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.filter(one -> one.getFileName().toString().startsWith("numbers.json.unreadable-")))
                    .singleElement()
                    .satisfies(aside -> assertThat(aside).hasContent(broken));
        }
        assertThat(file().read().all()).containsExactly(3);
    }

    @Test
    void whatKeepsOthersOutIsNotBegunAnew() throws IOException {
        Files.writeString(path(), "no JSON with a secret");
        DurableFile<Numbers> file = new DurableFile<>(path(), Numbers.class, Numbers.NONE, DurableFile.Damaged.REFUSED);
        assertThatThrownBy(file::read)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("numbers.json")
                .hasMessageContaining("backup")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> file.update(before -> before.with(1))).isInstanceOf(UncheckedIOException.class);
        assertThat(path()).hasContent("no JSON with a secret");
    }

    @Test
    void isTheOwnersAlone() throws IOException {
        file().update(before -> before.with(1));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
    }
}
