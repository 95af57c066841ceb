package app.keepsake.operations.people;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Doubts;
import app.keepsake.catalog.People;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Pets;
import app.keepsake.catalog.Undo;
import app.keepsake.memories.Withdrawal;
import app.keepsake.operations.choices.Aftermath;
import java.util.List;

/** Takes what the user says of people: who they are, and whether they are shown. It counts before a method returns. */
public final class ChangePeople {
    private final Catalog catalog;
    private final Aftermath aftermath;

    /** @param aftermath of each change: what was said of one face may tell who others are */
    public ChangePeople(Catalog catalog, Aftermath aftermath) {
        this.catalog = catalog;
        this.aftermath = aftermath;
    }

    /** @param name an empty one takes it away */
    public Withdrawal.Effect name(long person, String name) {
        catalog.people().name(person, name);
        return aftermath.take();
    }

    /** @param hidden whether no picture with them is shown anywhere */
    public Withdrawal.Effect hide(long person, boolean hidden) {
        catalog.people().hide(person, hidden);
        return aftermath.take();
    }

    /** What followed from what was said, and how it is taken back; see {@link #takeBack}. */
    public record Done(Undo undo, Withdrawal.Effect effect) {}

    private Done done(Undo undo) {
        return new Done(undo, aftermath.take());
    }

    /** Takes back what was said, and says what follows. */
    public Withdrawal.Effect takeBack(Undo undo) {
        undo.takeBack();
        return aftermath.take();
    }

    /** Several things of somebody at once, all of them or none. */
    public Done change(long person, People.Change change) {
        return done(catalog.people().change(person, change));
    }

    /** They are one person, who keeps the first number. */
    public Done merge(long person, List<Long> others) {
        return done(catalog.people().join(person, others));
    }

    /** Somebody who was thought to be another, and what followed. */
    public record Split(Person other, Withdrawal.Effect effect) {}

    /** @param faces of the person that are somebody else's */
    public Split split(long person, List<Long> faces) {
        Person other = catalog.people().split(person, faces);
        return new Split(other, aftermath.take());
    }

    /** @param same whether the faces are the person's, or are not */
    public Withdrawal.Effect correct(long person, List<Long> faces, boolean same) {
        catalog.people().correct(person, faces, same);
        return aftermath.take();
    }

    /** Whether two faces that were asked about are one person's. */
    public Done answer(long face, long other, Doubts.Answer answer) {
        return done(catalog.doubts().answer(face, other, answer));
    }

    /** A group of faces is nobody: a statue, a poster. */
    public Done nobody(long person) {
        return done(catalog.people().nobody(person));
    }

    /** Who a pet is, what followed from its being known, and how that is taken back. */
    public record Met(Person pet, Done done) {}

    /** An animal is the pet of that name, new or known. */
    public Met meet(long animalFace, String name) {
        Pets.Met met = catalog.pets().meet(animalFace, name);
        return new Met(met.pet(), done(met.undo()));
    }

    /** Whether an animal that was asked about is the pet. */
    public Done answerOfPet(long petFace, long animalFace, Doubts.Answer answer) {
        return done(catalog.pets().answer(petFace, animalFace, answer));
    }

    /** A pet is known no more. */
    public Done forget(long pet) {
        return done(catalog.pets().forget(pet));
    }

    /** The face by which a person is shown. */
    public Withdrawal.Effect keyFace(long person, long face) {
        catalog.people().keyFace(person, face);
        return aftermath.take();
    }
}
