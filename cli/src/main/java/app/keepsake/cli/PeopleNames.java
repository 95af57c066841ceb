package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogException;
import app.keepsake.catalog.People.FaceInLibrary;
import app.keepsake.catalog.Person;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

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
