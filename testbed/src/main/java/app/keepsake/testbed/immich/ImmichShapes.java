package app.keepsake.testbed.immich;

import app.keepsake.testbed.immich.HeldAsset.HeldFace;
import java.awt.Dimension;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers with the fields that the API's documentation says they have, of version 2 and 3. {@code ImmichTypesTest} of the
 * module sources holds them against the published types, where these are there.
 */
final class ImmichShapes {
    static final String ME = "11111111-1111-4111-8111-111111111111";
    static final int WIDTH = 1440;
    static final int HEIGHT = 1080;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String THEN = "2026-01-01T00:00:00.000Z";

    private final int major;
    private final Supplier<Dimension> originals;

    /** @param originals how large they are */
    ImmichShapes(int major, Supplier<Dimension> originals) {
        this.major = major;
        this.originals = originals;
    }

    ObjectNode version() {
        ObjectNode version =
                JSON.createObjectNode().put("major", major).put("minor", 2).put("patch", 0);
        if (major >= 3) {
            version.putNull("prerelease");
        }
        return version;
    }

    ObjectNode apiKey(Collection<String> permissions) {
        ObjectNode key = JSON.createObjectNode()
                .put("id", "22222222-2222-4222-8222-222222222222")
                .put("name", "Keepsake")
                .put("createdAt", THEN)
                .put("updatedAt", THEN);
        ArrayNode allowed = key.putArray("permissions");
        permissions.forEach(allowed::add);
        return key;
    }

    ObjectNode me() {
        ObjectNode me = user(ME, "Anna")
                .put("createdAt", THEN)
                .putNull("deletedAt")
                .put("isAdmin", false)
                .putNull("license")
                .put("oauthId", "")
                .putNull("quotaSizeInBytes")
                .putNull("quotaUsageInBytes")
                .put("shouldChangePassword", false)
                .put("status", "active")
                .putNull("storageLabel")
                .put("updatedAt", THEN);
        return major >= 3 ? me.put("clusterGroupId", "33333333-3333-4333-8333-333333333333") : me;
    }

    static ObjectNode user(String id, String name) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("name", name)
                .put("email", name.toLowerCase(java.util.Locale.ROOT) + "@example.org")
                .put("avatarColor", "primary")
                .put("profileChangedAt", THEN)
                .put("profileImagePath", "");
    }

    ObjectNode asset(HeldAsset held, Map<String, String> people, boolean withExif, boolean withPeople) {
        String taken = held.local().toInstant(held.offset()).toString();
        ObjectNode told = JSON.createObjectNode()
                .put("id", held.id())
                .put("ownerId", held.owner())
                .put("checksum", checksum(held.id() + held.picture()))
                .put("createdAt", THEN)
                .put("updatedAt", held.updatedAt().toString())
                .put("fileCreatedAt", taken)
                .put("fileModifiedAt", taken)
                .put("localDateTime", held.local().toInstant(ZoneOffset.UTC).toString())
                .put("originalFileName", held.name())
                .put("originalPath", "/data/library/" + held.name())
                .put("originalMimeType", held.video() ? "video/mp4" : "image/jpeg")
                .put("type", held.video() ? "VIDEO" : "IMAGE")
                .put("visibility", held.visibility())
                .put("isArchived", held.visibility().equals("archive"))
                .put("isEdited", false)
                .put("isFavorite", held.favourite())
                .put("isOffline", false)
                .put("isTrashed", held.trashed())
                .put("hasMetadata", true)
                .put("thumbhash", "abcd")
                .put("width", originals.get().width)
                .put("height", originals.get().height)
                .putNull("livePhotoVideoId")
                .putNull("stack");
        if (major < 3) {
            told.put("deviceAssetId", held.name()).put("deviceId", "phone");
            told.put("duration", held.video() ? "0:00:05.00000" : "0:00:00.00000");
        } else if (held.video()) {
            told.put("duration", 5000);
        } else {
            told.putNull("duration");
        }
        if (withExif) {
            told.set("exifInfo", exif(held, taken));
        }
        if (withPeople) {
            told.set("people", people(held, people));
        }
        return told;
    }

    private ObjectNode exif(HeldAsset held, String taken) {
        ObjectNode exif = JSON.createObjectNode()
                .put("dateTimeOriginal", taken)
                .put("timeZone", "UTC" + held.offset())
                .put("description", held.description())
                .put("exifImageWidth", originals.get().width)
                .put("exifImageHeight", originals.get().height)
                .put("make", "Canon")
                .put("model", "EOS 5D");
        if (held.place().isPresent()) {
            exif.put("latitude", held.place().get()[0])
                    .put("longitude", held.place().get()[1]);
        } else {
            exif.putNull("latitude").putNull("longitude");
        }
        return exif;
    }

    /** Version 2 tells faces with an asset, version 3 people alone. */
    private ArrayNode people(HeldAsset held, Map<String, String> people) {
        Map<String, ObjectNode> told = new LinkedHashMap<>();
        for (HeldFace face : held.faces()) {
            ObjectNode person = told.computeIfAbsent(
                    face.person(),
                    id -> person(id, Optional.ofNullable(people.get(id)).orElse("")));
            if (major < 3) {
                person.withArray("faces").add(box(face));
            }
        }
        ArrayNode all = JSON.createArrayNode();
        told.values().forEach(all::add);
        return all;
    }

    static ObjectNode person(String id, String name) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("name", name)
                .putNull("birthDate")
                .put("isHidden", false)
                .put("isFavorite", false)
                .put("thumbnailPath", "")
                .put("updatedAt", THEN);
    }

    private static ObjectNode box(HeldFace face) {
        return JSON.createObjectNode()
                .put("id", "44444444-4444-4444-8444-444444444444")
                .put("boundingBoxX1", face.x1())
                .put("boundingBoxY1", face.y1())
                .put("boundingBoxX2", face.x2())
                .put("boundingBoxY2", face.y2())
                .put("imageWidth", WIDTH)
                .put("imageHeight", HEIGHT)
                .put("sourceType", "machine-learning");
    }

    ArrayNode faces(HeldAsset held, Map<String, String> people) {
        ArrayNode faces = JSON.createArrayNode();
        for (HeldFace face : held.faces()) {
            ObjectNode box = box(face);
            box.set(
                    "person",
                    person(
                            face.person(),
                            Optional.ofNullable(people.get(face.person())).orElse("")));
            faces.add(box);
        }
        return faces;
    }

    ObjectNode found(List<? extends JsonNode> items, Optional<Integer> nextPage) {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode albums = answer.putObject("albums").put("total", 0).put("count", 0);
        albums.putArray("items");
        albums.putArray("facets");
        ObjectNode assets =
                answer.putObject("assets").put("total", items.size()).put("count", items.size());
        ArrayNode all = assets.putArray("items");
        items.forEach(all::add);
        assets.putArray("facets");
        if (nextPage.isPresent()) {
            assets.put("nextPage", nextPage.get().toString());
        } else {
            assets.putNull("nextPage");
        }
        if (major >= 3) {
            assets.putNull("nextCursor");
        }
        return answer;
    }

    ObjectNode bucket(List<HeldAsset> assets) {
        ObjectNode bucket = JSON.createObjectNode();
        List<String> columns = List.of(
                "id",
                "ownerId",
                "visibility",
                "isTrashed",
                "isFavorite",
                "isImage",
                "fileCreatedAt",
                "duration",
                "livePhotoVideoId",
                "localOffsetHours",
                "projectionType",
                "ratio",
                "thumbhash",
                "city",
                "country");
        columns.forEach(bucket::putArray);
        if (major >= 3) {
            bucket.putArray("createdAt");
        }
        for (HeldAsset held : assets) {
            bucket.withArray("id").add(held.id());
            bucket.withArray("ownerId").add(held.owner());
            bucket.withArray("visibility").add(held.visibility());
            bucket.withArray("isTrashed").add(held.trashed());
            bucket.withArray("isFavorite").add(held.favourite());
            bucket.withArray("isImage").add(!held.video());
            bucket.withArray("fileCreatedAt")
                    .add(held.local().toInstant(held.offset()).toString());
            bucket.withArray("duration").addNull();
            bucket.withArray("livePhotoVideoId").addNull();
            bucket.withArray("localOffsetHours").add(held.offset().getTotalSeconds() / 3600.0);
            bucket.withArray("projectionType").addNull();
            bucket.withArray("ratio").add(1.5);
            bucket.withArray("thumbhash").addNull();
            bucket.withArray("city").addNull();
            bucket.withArray("country").addNull();
            if (major >= 3) {
                bucket.withArray("createdAt").add(THEN);
            }
        }
        return bucket;
    }

    ObjectNode album(HeldAlbum held) {
        ObjectNode album = JSON.createObjectNode()
                .put("id", held.id())
                .put("albumName", held.title())
                .put("description", held.description())
                .put("assetCount", held.assets().size())
                .put("createdAt", THEN)
                .put("updatedAt", held.updatedAt().toString())
                .putNull("albumThumbnailAssetId")
                .put("hasSharedLink", false)
                .put("isActivityEnabled", true)
                .put("shared", held.shared());
        ArrayNode users = album.putArray("albumUsers");
        if (major < 3) {
            album.put("ownerId", held.owner());
            album.set("owner", user(held.owner(), "Owner"));
            album.putArray("assets");
        } else {
            ObjectNode owner = users.addObject().put("role", "owner");
            owner.set("user", user(held.owner(), "Owner"));
        }
        return album;
    }

    /** An album of the stand-in. */
    record HeldAlbum(
            String id,
            String owner,
            String title,
            String description,
            boolean shared,
            List<String> assets,
            java.time.Instant updatedAt) {}

    ObjectNode memory(String id, JsonNode made) {
        ObjectNode memory = JSON.createObjectNode()
                .put("id", id)
                .put("ownerId", ME)
                .put("type", "on_this_day")
                .put("memoryAt", made.path("memoryAt").asString(""))
                .put("createdAt", THEN)
                .put("updatedAt", THEN)
                .put("isSaved", false);
        memory.putObject("data").put("year", made.path("data").path("year").asInt(0));
        memory.putArray("assets");
        return memory;
    }

    static ObjectNode problem(int status, String message) {
        return JSON.createObjectNode()
                .put("message", message)
                .put("error", "refused")
                .put("statusCode", status)
                .put("correlationId", "abc");
    }

    static String checksum(String of) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(of.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
