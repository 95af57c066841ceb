package app.keepsake.operations.dates;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Assets;
import app.keepsake.catalog.Taken;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;

/**
 * Pictures of which something is said at once: those that fulfil all that is asked for.
 *
 * @param folders in one of which, or below it, a file of theirs lies; empty for any
 * @param camera what its name contains, whatever the case
 * @param names a pattern such as {@code IMG_1*}, which the name of a file has
 * @param assets their numbers; empty for any
 * @param between when they are dated now, surely
 */
public record Which(
        List<Path> folders,
        Optional<String> camera,
        Optional<String> names,
        Set<Long> assets,
        Optional<Taken> between) {
    /** @throws IllegalArgumentException when nothing is asked for, or the pattern is none */
    public Which {
        folders = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
        assets = Set.copyOf(assets);
        if (folders.isEmpty() && camera.isEmpty() && names.isEmpty() && assets.isEmpty() && between.isEmpty()) {
            throw new IllegalArgumentException(
                    "Say which pictures: by folder, camera, name, number, or the date that they have now.");
        }
        names.ifPresent(Which::pattern);
    }

    /** Those of these numbers. */
    public static Which of(Set<Long> assets) {
        return new Which(List.of(), Optional.empty(), Optional.empty(), assets, Optional.empty());
    }

    private static PathMatcher pattern(String names) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + names);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "Expected a pattern of names such as IMG_1*.jpg, found \"%s\".".formatted(names), e);
        }
    }

    /** Goes through those that there are, each once. */
    void each(Assets all, Consumer<AssetView> visitor) {
        Optional<PathMatcher> pattern = names.map(Which::pattern);
        Consumer<AssetView> chosen = view -> {
            if (holds(view, pattern)) {
                visitor.accept(view);
            }
        };
        if (assets.isEmpty()) {
            all.each(chosen);
        } else {
            all.views(assets).forEach(chosen);
        }
    }

    private boolean holds(AssetView view, Optional<PathMatcher> pattern) {
        return (folders.isEmpty()
                        || view.files().stream()
                                .anyMatch(file -> folders.stream().anyMatch(file::startsWith)))
                && camera.map(part -> isOf(part, view)).orElse(true)
                && pattern.map(named -> view.files().stream().anyMatch(file -> named.matches(file.getFileName())))
                        .orElse(true)
                && between.map(time -> isWithin(time, view)).orElse(true);
    }

    private static boolean isOf(String part, AssetView view) {
        return view.asset()
                .facts()
                .camera()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private static boolean isWithin(Taken time, AssetView view) {
        return view.asset()
                .facts()
                .taken()
                .filter(taken -> !taken.firstDay().isBefore(time.firstDay())
                        && !taken.lastDay().isAfter(time.lastDay()))
                .isPresent();
    }
}
