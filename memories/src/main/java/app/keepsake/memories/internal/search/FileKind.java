package app.keepsake.memories.internal.search;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Flag;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Kinds of files that people tell apart. */
enum FileKind {
    CLIP,
    LIVE,
    PANORAMA,
    FAVOURITE,
    SCREENSHOT,
    RECEIPT,
    DOCUMENT,
    MEME,
    SCAN;

    /** So many times as long as high; screens of phones are less. */
    private static final double LONG = 2.5;

    /** All that an asset is, as far as it is told by itself. */
    static Set<FileKind> of(AssetView view) {
        AssetFacts facts = view.asset().facts();
        Set<FileKind> kinds = EnumSet.noneOf(FileKind.class);
        if (facts.clip()) {
            kinds.add(CLIP);
        }
        for (Flag flag : view.flags()) {
            if (flag.probability() >= Flag.LIKELY) {
                named(flag.kind().name()).ifPresent(kinds::add);
            }
        }
        int longer = Math.max(facts.width(), facts.height());
        int shorter = Math.min(facts.width(), facts.height());
        if (!facts.clip() && longer >= LONG * shorter && !kinds.contains(SCREENSHOT)) {
            kinds.add(PANORAMA);
        }
        if (facts.livePhotoId().isPresent()) {
            kinds.add(LIVE);
        }
        if (facts.favourite()) {
            kinds.add(FAVOURITE);
        }
        return kinds;
    }

    /** Not all flags are kinds that people look for. */
    private static Optional<FileKind> named(String flag) {
        for (FileKind kind : values()) {
            if (kind.name().equals(flag)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The key of its names in the message bundles. */
    String key() {
        return "find." + name().toLowerCase(Locale.ROOT);
    }
}
