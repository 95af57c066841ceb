package app.keepsake.sources;

import app.keepsake.sources.internal.immich.ImmichSource;
import app.keepsake.sources.internal.nextcloud.NextcloudSource;
import app.keepsake.sources.internal.photoprism.PhotoPrismSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of sources that there are. */
public enum SourceKind {
    IMMICH {
        @Override
        public Source open(Account account) {
            return new ImmichSource(account);
        }
    },
    PHOTOPRISM {
        @Override
        public Source open(Account account) {
            return new PhotoPrismSource(account);
        }
    },
    NEXTCLOUD {
        @Override
        public Source open(Account account) {
            return new NextcloudSource(account);
        }
    };

    /** Opens a source; nothing is asked there yet. */
    public abstract Source open(Account account);

    /** Its name as users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such kind */
    public static SourceKind named(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected one of %s, found \"%s\"."
                        .formatted(
                                Arrays.stream(values()).map(SourceKind::word).collect(Collectors.joining(", ")),
                                word)));
    }
}
