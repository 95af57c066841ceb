package app.keepsake.operations.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.sources.Account;
import app.keepsake.sources.Source;
import app.keepsake.sources.SourceKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are locked away, and opened for the address alone that they were given for. */
final class SavedSourcesTest {
    private static final String KEY = "a-key-that-nobody-may-read";

    @TempDir
    Path root;

    private SavedSource add(SavedSources sources) throws IOException {
        return sources.add(
                "home", SourceKind.IMMICH, new Account(URI.create("http://nas:2283"), KEY, false, false), true);
    }

    @Test
    void keysAreReadableInNoFileAndOpenAgain() throws IOException {
        SavedSource saved = add(new SavedSources(root));
        for (String name : new String[] {"sources.json", "sources.key"}) {
            assertThat(Files.readString(root.resolve(name))).doesNotContain(KEY);
            assertThat(Files.getPosixFilePermissions(root.resolve(name)))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
        assertThat(saved.toString()).doesNotContain(saved.locked());
        SavedSources again = new SavedSources(root);
        assertThat(again.all()).containsExactly(saved);
        assertThat(new KeyLock(root).open(saved.locked(), "home http://nas:2283"))
                .isEqualTo(KEY);
        try (Source source = again.open(saved)) {
            assertThat(source).isNotNull();
        }
    }

    @Test
    void twoOfTheSameKeyLookDifferent() throws IOException {
        SavedSources sources = new SavedSources(root);
        assertThat(add(sources).locked()).isNotEqualTo(add(sources).locked());
        assertThat(sources.all()).hasSize(1);
    }

    @Test
    void aKeyIsSentToNoOtherAddress() throws IOException {
        SavedSources sources = new SavedSources(root);
        SavedSource saved = add(sources);
        SavedSource moved = new SavedSource("home", "immich", "http://elsewhere", saved.locked(), false, false, true);
        assertThatThrownBy(() -> sources.open(moved))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Add it again");
        Files.writeString(root.resolve("sources.key"), "damaged");
        assertThatThrownBy(() -> new SavedSources(root).open(saved)).isInstanceOf(IOException.class);
        Files.delete(root.resolve("sources.key"));
        assertThatThrownBy(() -> new SavedSources(root).open(saved))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("sources.key");
    }

    @Test
    void whatWasReadGoesWithTheSource() throws IOException {
        SavedSources sources = new SavedSources(root);
        SavedSource saved = add(sources);
        Path picture = sources.folder(saved).resolve("pictures/2024-07/a.jpg");
        Files.createDirectories(picture.getParent());
        Files.writeString(picture, "a picture");
        assertThat(sources.remove("another")).isFalse();
        assertThat(sources.remove("home")).isTrue();
        assertThat(sources.folder(saved)).doesNotExist();
        assertThat(sources.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a b", ".hidden", "a\\b", "a\u0000b"})
    void aNameIsNoPath(String name) {
        assertThatThrownBy(() -> new SavedSources(root)
                        .add(name, SourceKind.IMMICH, new Account(URI.create("http://nas"), KEY, false, false), true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
