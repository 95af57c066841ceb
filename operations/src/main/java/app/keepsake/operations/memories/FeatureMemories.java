package app.keepsake.operations.memories;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Marks.Mark;
import app.keepsake.catalog.Memory;
import app.keepsake.memories.Retelling;
import app.keepsake.operations.people.SettleAtOnce;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells all memories, and chooses those of a day. */
public final class FeatureMemories {
    private final Catalog catalog;
    private final Locale locale;

    /** @param locale of titles and reasons */
    public FeatureMemories(Catalog catalog, Locale locale) {
        this.catalog = catalog;
        this.locale = locale;
    }

    /**
     * Those to show on a day, noted as shown: none that was shown in the year before, or is much like one that was.
     *
     * @param count at most
     */
    public List<Memory> on(LocalDate day, int count) {
        new SettleAtOnce(catalog, locale).catchUp();
        TellMemories all = new TellMemories(catalog, locale);
        List<Memory> featured = TellingBasis.writing(
                catalog,
                locale,
                basis -> all.tell(basis, day)
                        .map(told -> basis.teller()
                                .feature(
                                        day,
                                        basis.choices(),
                                        deleted(),
                                        catalog.memories().shownSince(day.minusYears(1)),
                                        count))
                        .filter(chosen -> catalog.memories().put(chosen, basis.revision())));
        List<Memory> retold = Retelling.of(catalog, locale).retold(featured);
        catalog.memories().shown(day, retold);
        return retold;
    }

    private Set<String> deleted() {
        return catalog.marks().all().entrySet().stream()
                .filter(mark -> mark.getValue() == Mark.DELETED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
