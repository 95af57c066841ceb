package app.keepsake.memories;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells what words mean that are nobody's name. */
@FunctionalInterface
public interface Meanings {
    /** Knows no word. */
    Meanings NONE = (phrase, tags) -> Optional.of(List.of());

    /**
     * Which of some tags mean about the same as an English phrase, the most alike first; none when nothing is meant for
     * sure.
     *
     * @param phrase in small letters
     * @return empty when that is not known yet, and being found out
     */
    Optional<List<String>> of(String phrase, Collection<String> tags);
}
