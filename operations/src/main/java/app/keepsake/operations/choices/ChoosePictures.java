package app.keepsake.operations.choices;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ChoiceFile;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Withdrawal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a choice about each of many pictures at once, and takes it back. */
public final class ChoosePictures {
    private final Catalog catalog;
    private final Aftermath aftermath;

    /** @param aftermath of each change */
    public ChoosePictures(Catalog catalog, Aftermath aftermath) {
        this.catalog = catalog;
        this.aftermath = aftermath;
    }

    /**
     * All of it or nothing.
     *
     * @param wanted whether the choice is made, or taken back
     * @return those of which the opposite held before: to choose the opposite for them undoes it
     */
    public List<Asset> choose(Choice.Stance stance, Collection<Asset> assets, boolean wanted) {
        Map<ContentHash, Long> standing = standing(stance);
        List<Asset> changed = assets.stream()
                .filter(asset -> standing.containsKey(asset.hash()) != wanted)
                .toList();
        if (changed.isEmpty()) {
            return changed;
        }
        if (wanted) {
            catalog.choices()
                    .addAll(changed.stream()
                            .map(asset -> new ChoiceFile.Entry(stance, new Subject.OfAsset(asset.hash()), ""))
                            .toList());
        } else {
            catalog.choices()
                    .removeAll(changed.stream()
                            .map(asset -> standing.getOrDefault(asset.hash(), 0L))
                            .toList());
        }
        Withdrawal.Effect ignored = aftermath.take();
        return changed;
    }

    private Map<ContentHash, Long> standing(Choice.Stance stance) {
        Map<ContentHash, Long> standing = new HashMap<>();
        for (Choice choice : catalog.choices().all()) {
            if (choice.stance() == stance && choice.subject() instanceof Subject.OfAsset(ContentHash hash)) {
                standing.put(hash, choice.id());
            }
        }
        return standing;
    }
}
