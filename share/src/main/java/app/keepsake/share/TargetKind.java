package app.keepsake.share;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The kinds of targets there are, and what each needs to be told. */
public enum TargetKind {
    WEBDAV(Field.needed("url", "https://host/dav/films"), Field.needed("user", ""), Field.secret("password")) {
        @Override
        Target open(Map<String, String> values) {
            return new WebDav(uri(values), value(values, "user"), value(values, "password"));
        }
    },
    NEXTCLOUD(
            Field.needed("url", "https://host/remote.php/dav/files/USER/Films"),
            Field.needed("user", ""),
            Field.secret("password")) {
        @Override
        Target open(Map<String, String> values) throws UploadRefusedException {
            return new Nextcloud(uri(values), value(values, "user"), value(values, "password"));
        }
    },
    S3(
            Field.needed("url", "https://s3.eu-central-1.amazonaws.com"),
            Field.needed("region", "us-east-1"),
            Field.needed("bucket", ""),
            Field.optional("prefix", "films/"),
            Field.needed("access-key", ""),
            Field.secret("secret-key")) {
        @Override
        Target open(Map<String, String> values) {
            return new S3Bucket(
                    uri(values),
                    value(values, "region"),
                    value(values, "bucket"),
                    value(values, "prefix"),
                    value(values, "access-key"),
                    value(values, "secret-key"));
        }
    },
    SFTP(
            Field.needed("host", ""),
            Field.optional("port", "22"),
            Field.needed("user", ""),
            Field.optionalSecret("password"),
            Field.optional("key", "/home/me/.ssh/id_rsa"),
            Field.optional("folder", "films")) {
        @Override
        Target open(Map<String, String> values) {
            String port = value(values, "port");
            return new SftpFolder(
                    value(values, "host"),
                    port.isEmpty() ? 22 : Integer.parseInt(port),
                    value(values, "user"),
                    value(values, "password"),
                    value(values, "key"),
                    value(values, "folder"));
        }
    },
    RCLONE(Field.needed("remote", "mydrive:Films")) {
        @Override
        Target open(Map<String, String> values) {
            return new RcloneRemote(value(values, "remote"));
        }

        @Override
        void meet(Map<String, String> values) {
            try {
                new RcloneRemote(value(values, "remote")).check();
            } catch (IOException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalArgumentException("Stopped.", e);
            }
        }
    },
    MASTODON(
            Field.needed("url", "https://mastodon.social"),
            Field.secret("token"),
            Field.optional("visibility", "private")) {
        @Override
        Target open(Map<String, String> values) {
            String visibility = value(values, "visibility");
            return new MastodonAccount(
                    uri(values), value(values, "token"), visibility.isEmpty() ? "private" : visibility);
        }
    },
    YOUTUBE(
            Field.needed("client-id", ""),
            Field.secret("client-secret"),
            Field.secret("refresh-token"),
            Field.optional("privacy", "private")) {
        @Override
        Target open(Map<String, String> values) {
            String privacy = value(values, "privacy");
            return new YouTubeChannel(
                    new YouTubeLogin(value(values, "client-id"), value(values, "client-secret")),
                    value(values, "refresh-token"),
                    privacy.isEmpty() ? "private" : privacy);
        }
    };

    /**
     * Something that a target needs to be told.
     *
     * @param secret whether nobody may read it afterwards
     * @param example shown where it is asked for; may be empty
     */
    public record Field(String name, boolean required, boolean secret, String example) {
        static Field needed(String name, String example) {
            return new Field(name, true, false, example);
        }

        static Field optional(String name, String example) {
            return new Field(name, false, false, example);
        }

        static Field secret(String name) {
            return new Field(name, true, true, "");
        }

        static Field optionalSecret(String name) {
            return new Field(name, false, true, "");
        }
    }

    private final List<Field> fields;

    TargetKind(Field... fields) {
        this.fields = List.of(fields);
    }

    public List<Field> fields() {
        return fields;
    }

    /** Its name as users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such kind */
    public static TargetKind named(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected one of %s, found \"%s\"."
                        .formatted(
                                Arrays.stream(values()).map(TargetKind::word).collect(Collectors.joining(", ")),
                                word)));
    }

    /** What {@link #stripped} has filled in: empty, where nothing was given. */
    private static String value(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /**
     * Looks whether all that is needed is there, of the right form, and nothing else. For rclone, asks it whether it knows
     * the remote, which takes a moment.
     *
     * @throws IllegalArgumentException naming what is missing, unknown or wrong; it does not repeat what was given
     */
    public void check(Map<String, String> values) {
        checkForm(values);
        meet(stripped(values));
    }

    /**
     * Looks at what comes from another machine: what is secret may be missing, and nothing is asked of rclone.
     *
     * @throws IllegalArgumentException as {@link #check} does
     */
    public void checkWithoutSecrets(Map<String, String> values) {
        Map<String, String> whole = new HashMap<>(values);
        fields.stream().filter(Field::secret).forEach(field -> whole.putIfAbsent(field.name(), "missing"));
        checkForm(whole);
    }

    private void checkForm(Map<String, String> values) {
        TargetValues.check(
                word(),
                fields.stream().map(Field::name).toList(),
                fields.stream().filter(Field::required).map(Field::name).collect(Collectors.toSet()),
                values);
    }

    /** What can be asked on this machine alone. */
    void meet(Map<String, String> values) {}

    /**
     * Opens a target of what the user said. Its errors do not tell what is secret.
     *
     * @throws UploadRefusedException when something is missing or of the wrong form
     */
    public Target of(Map<String, String> values) throws UploadRefusedException {
        try {
            checkForm(values);
            Map<String, String> all = stripped(values);
            List<String> secrets = fields.stream()
                    .filter(Field::secret)
                    .map(field -> all.get(field.name()))
                    .toList();
            return new Discreet(open(all), secrets, all.getOrDefault("user", ""));
        } catch (IllegalArgumentException e) {
            throw new UploadRefusedException(e.getMessage() + " Remove this target, and add it again.");
        }
    }

    private Map<String, String> stripped(Map<String, String> values) {
        return fields.stream()
                .collect(Collectors.toMap(
                        Field::name,
                        field -> values.getOrDefault(field.name(), "").strip()));
    }

    abstract Target open(Map<String, String> values) throws UploadRefusedException;

    private static URI uri(Map<String, String> values) {
        return URI.create(value(values, "url"));
    }
}
