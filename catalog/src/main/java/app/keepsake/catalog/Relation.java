package app.keepsake.catalog;

import java.util.Locale;
import java.util.Optional;

/** Who somebody is to the owner of the photos. */
public enum Relation {
    ME,
    PARTNER,
    DAUGHTER,
    SON,
    MOTHER,
    FATHER,
    SISTER,
    BROTHER,
    GRANDMOTHER,
    GRANDFATHER,
    GRANDDAUGHTER,
    GRANDSON,
    AUNT,
    UNCLE,
    COUSIN,
    FRIEND;

    /** The word for it in files and in the API, for example "daughter". */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #key}; nothing for another word. */
    public static Optional<Relation> of(String key) {
        for (Relation one : values()) {
            if (one.key().equals(key)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
