package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogException;
import app.keepsake.catalog.People.FaceInLibrary;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Pets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How people and faces are called on the command line. */
record PeopleNames(Catalog catalog) {
    /**
     * @param text a name, or "#" and a number
     * @throws CatalogException when nobody is called so, or several are
     */
    Person person(String text) {
        if (text.matches("#?\\d{1,18}")) {
            long id = Long.parseLong(text.replace("#", ""));
            return catalog.people()
                    .find(id)
                    .orElseThrow(() -> new CatalogException(
                            "Expected the number of a person, found %d. \"keepsake people --all\" lists them."
                                    .formatted(id)));
        }
        List<Person> called = catalog.people().named(text);
        if (called.size() != 1) {
            throw new CatalogException(
                    "Expected the name of one person, found \"%s\", which %d people have. Write # and the person's number instead."
                            .formatted(text, called.size()));
        }
        return called.getFirst();
    }

    /** Others of a name. */
    List<Person> namesakes(Person person, String name) {
        return catalog.people().named(name).stream()
                .filter(other -> other.id() != person.id())
                .toList();
    }

    /** @param texts numbers of faces, or photos: the person's faces in them */
    List<Long> faces(Person person, List<String> texts) {
        return texts.stream()
                .flatMap(text -> text.matches("\\d{1,18}")
                        ? List.of(Long.parseLong(text)).stream()
                        : inPhoto(person, Path.of(text)).stream())
                .toList();
    }

    /** Whether a question about two faces is one about a pet. */
    boolean areOfPet(long face, long other) {
        return catalog.pets().questions().stream()
                .anyMatch(question ->
                        question.pet().faceId() == face && question.animal().faceId() == other);
    }

    /**
     * The animal in a photo.
     *
     * @param which of several, from the left and from 1 on; null where there should be one
     * @throws CatalogException when there is no such animal
     */
    long animal(Path photo, @Nullable Integer which) {
        List<Pets.Animal> animals = catalog.files().known(photo).stream()
                .flatMapToLong(state -> state.assetId().stream())
                .mapToObj(catalog.pets()::on)
                .flatMap(List::stream)
                .toList();
        if (animals.isEmpty()) {
            throw new CatalogException(
                    "%s: expected an indexed photo with an animal in it, found none.".formatted(photo));
        }
        if (which == null && animals.size() > 1) {
            throw new CatalogException("%s: there are %d animals in it. Say which one from the left: --which 1"
                    .formatted(photo, animals.size()));
        }
        int number = which == null ? 1 : which;
        if (number < 1 || number > animals.size()) {
            throw new CatalogException(
                    "%s: expected --which from 1 to %d, found %d.".formatted(photo, animals.size(), number));
        }
        return animals.get(number - 1).faceId();
    }

    private List<Long> inPhoto(Person person, Path photo) {
        OptionalLong asset = catalog.files().known(photo).stream()
                .flatMapToLong(state -> state.assetId().stream())
                .findFirst();
        List<Long> faces = catalog.people().faces(person.id()).stream()
                .filter(face -> asset.isPresent() && face.assetId() == asset.getAsLong())
                .map((FaceInLibrary face) -> face.face().id())
                .toList();
        if (faces.isEmpty()) {
            throw new CatalogException(
                    "%s: expected a photo with a face of #%d, found none. \"keepsake people --json\" lists them."
                            .formatted(photo, person.id()));
        }
        return faces;
    }
}
