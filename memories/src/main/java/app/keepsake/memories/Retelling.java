package app.keepsake.memories;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Edit;
import app.keepsake.catalog.Marks.Mark;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.ShotEdit;
import app.keepsake.memories.Explanation.Reason;
import app.keepsake.memories.internal.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Memories as the user wants them told: those on the shelf but the deleted, each with its edit. Memories are made anew and edits stay,
 * so this is done at each reading. Whatever an edit says, nothing is shown that choices and flags keep out. Safe for
 * use by several threads.
 */
public final class Retelling {
    private final Catalog catalog;
    private final Supplier<Locale> locale;
    private final MayShow mayShow;

    /**
     * @param locale of the reasons, asked at each reading
     * @param mayShow remembers what may be shown
     */
    public Retelling(Catalog catalog, Supplier<Locale> locale, MayShow mayShow) {
        this.catalog = catalog;
        this.locale = locale;
        this.mayShow = mayShow;
    }

    /** For one caller at a time, in one language. */
    public static Retelling of(Catalog catalog, Locale locale) {
        return new Retelling(catalog, () -> locale, new MayShow(catalog, locale));
    }

    /** By id. */
    public List<Memory> all() {
        return retold(catalog.memories().all());
    }

    public Optional<Memory> find(String id) {
        return catalog.memories().find(id).flatMap(this::retold);
    }

    /** A memory as it was told, with the edit in force; empty when nothing of it may be shown. */
    public Optional<Memory> retold(Memory told) {
        return retold(List.of(told), Map.of(told.id(), catalog.edits().of(told.id()))).stream()
                .findFirst();
    }

    /** Memories as they were told, each with the edit in force, in the same order, without those that may not be shown. */
    public List<Memory> retold(List<Memory> told) {
        return retold(told, catalog.edits().all());
    }

    private List<Memory> retold(List<Memory> told, Map<String, Edit> edits) {
        MayShow.Present rules = mayShow.now();
        Map<String, Mark> marks = catalog.marks().all();
        List<Memory> welcome = told.stream()
                .filter(memory -> marks.get(memory.id()) != Mark.DELETED)
                .filter(memory -> rules.againstKind(memory.kind()).isEmpty())
                .toList();
        Set<Long> assets = new HashSet<>();
        for (Memory memory : welcome) {
            memory.shots().forEach(shot -> assets.add(shot.assetId()));
            assets.addAll(edits.getOrDefault(memory.id(), Edit.NONE).shots());
        }
        Set<Long> against = rules.against(assets).keySet();
        String yours = new Words(locale.get()).text("why.yours");
        return welcome.stream()
                .map(memory -> retell(
                        memory,
                        discreet(edits.getOrDefault(memory.id(), Edit.NONE), rules),
                        asset -> !against.contains(asset),
                        yours))
                .filter(memory -> !memory.shots().isEmpty() && !rules.namesTheHidden(memory.title()))
                .toList();
    }

    /** Without captions that name somebody who is hidden. */
    private static Edit discreet(Edit edit, MayShow.Present rules) {
        Map<Long, ShotEdit> details = new HashMap<>(edit.details());
        details.replaceAll(
                (asset, one) -> one.caption().filter(rules::namesTheHidden).isPresent()
                        ? new ShotEdit(Optional.of(""), one.hold())
                        : one);
        return details.equals(edit.details()) ? edit : edit.detailed(details);
    }

    /**
     * Applies an edit. Where none of its shots can be shown any more, the memory's own are that can be.
     *
     * @param told before any edit
     * @param showable whether an asset may be shown, and can be
     * @param yours why a shot is where it is, if the user put it there
     */
    static Memory retell(Memory told, Edit edit, LongPredicate showable, String yours) {
        List<Long> assets = edit.shots().stream().filter(showable::test).toList();
        List<Shot> own = told.shots().stream()
                .filter(shot -> showable.test(shot.assetId()))
                .toList();
        if (edit.isNone() && own.size() == told.shots().size()) {
            return told;
        }
        List<Shot> shots = assets.isEmpty() ? own : shots(told, assets, yours);
        return told.edited(edit.title().orElse(told.title()), edit.subtitle().orElse(told.subtitle()), shots, edit);
    }

    private static List<Shot> shots(Memory told, List<Long> assets, String yours) {
        Map<Long, Shot> before = new HashMap<>();
        told.shots().forEach(shot -> before.put(shot.assetId(), shot));
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < assets.size(); i++) {
            Shot.Role role = i == 0 ? Shot.Role.OPENING : i + 1 == assets.size() ? Shot.Role.CLOSING : Shot.Role.BODY;
            Shot known = before.get(assets.get(i));
            shots.add(known != null && known.role() == role ? known : new Shot(assets.get(i), role, yours));
        }
        return shots;
    }

    /** Makes an edit of a memory on the shelf, of which only what is not as it was told is kept. */
    public void edit(Memory told, Edit wanted) {
        List<Long> own = told.shots().stream().map(Shot::assetId).toList();
        catalog.edits()
                .put(
                        told.id(),
                        new Edit(
                                wanted.title().filter(title -> !title.equals(told.title())),
                                wanted.subtitle().filter(subtitle -> !subtitle.equals(told.subtitle())),
                                wanted.mood(),
                                wanted.piece(),
                                wanted.music(),
                                wanted.shots().equals(own) ? List.of() : wanted.shots(),
                                wanted.moves(),
                                wanted.details()));
    }

    /** Why an edited memory is as it is, given why it was told as it was; empty when nothing of it may be shown. */
    public Optional<Explanation> explained(Explanation told) {
        return retold(told.memory()).map(memory -> explained(told, memory));
    }

    private Explanation explained(Explanation told, Memory memory) {
        Set<Long> shown = new HashSet<>();
        memory.shots().forEach(shot -> shown.add(shot.assetId()));
        String taken = new Words(locale.get()).text("not.yours");
        Stream<Reason> takenOut = told.chosen().stream().map(reason -> new Reason(reason.assetId(), taken, true));
        return new Explanation(
                memory,
                told.why(),
                memory.shots().stream()
                        .map(shot -> new Reason(shot.assetId(), shot.reason(), true))
                        .toList(),
                Stream.concat(takenOut, told.notChosen().stream())
                        .filter(reason -> !shown.contains(reason.assetId()))
                        .toList());
    }
}
