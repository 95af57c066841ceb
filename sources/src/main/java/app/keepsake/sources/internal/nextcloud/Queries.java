package app.keepsake.sources.internal.nextcloud;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What Nextcloud is asked, in WebDAV's XML. Nothing in it comes from users but numbers and the user's name. */
final class Queries {
    static final int PAGE = 500;

    private static final String PROPERTIES = """
            <d:getcontenttype/><d:getcontentlength/><d:getetag/><d:getlastmodified/><oc:fileid/><oc:favorite/><nc:hidden/>\
            <nc:metadata-photos-original_date_time/><nc:metadata-photos-gps/><nc:metadata-photos-size/>\
            <nc:metadata-files-live-photo/><nc:face-detections/>""";

    private static final String NAMESPACES =
            "xmlns:d=\"DAV:\" xmlns:oc=\"http://owncloud.org/ns\" xmlns:nc=\"http://nextcloud.org/ns\""
                    + " xmlns:s=\"https://github.com/icewind1991/SearchDAV/ns\"";

    private Queries() {}

    /**
     * A page of photos and clips.
     *
     * @param scope an escaped path, "/files/anna"
     * @param since only what was written or uploaded at that time or later
     */
    static String media(String scope, Optional<Instant> since, int first) {
        String pictures = "<d:or>%s%s</d:or>".formatted(like("image/%"), like("video/%"));
        String where = since.map(time -> time.truncatedTo(ChronoUnit.SECONDS))
                .map(time ->
                        "<d:and>%s<d:or><d:gte><d:prop><d:getlastmodified/></d:prop><d:literal>%s</d:literal></d:gte><d:gte><d:prop><nc:upload_time/></d:prop><d:literal>%d</d:literal></d:gte></d:or></d:and>"
                                .formatted(pictures, time, time.getEpochSecond()))
                .orElse(pictures);
        return search(PROPERTIES, scope, where, first);
    }

    /** Files that say that their folder is none for galleries. */
    static String signs(String scope, int first) {
        String where = "<d:or>%s%s%s</d:or>".formatted(named(".nomedia"), named(".noimage"), named(".nomemories"));
        return search("<oc:fileid/>", scope, where, first);
    }

    static String file(String scope, String id) {
        return search(
                PROPERTIES,
                scope,
                "<d:eq><d:prop><oc:fileid/></d:prop><d:literal>%s</d:literal></d:eq>".formatted(id),
                0);
    }

    static String properties() {
        return "<?xml version=\"1.0\"?><d:propfind %s><d:prop><oc:fileid/><nc:nbItems/><nc:last-photo/></d:prop></d:propfind>"
                .formatted(NAMESPACES);
    }

    private static String like(String type) {
        return "<d:like><d:prop><d:getcontenttype/></d:prop><d:literal>%s</d:literal></d:like>".formatted(type);
    }

    private static String named(String name) {
        return "<d:eq><d:prop><d:displayname/></d:prop><d:literal>%s</d:literal></d:eq>".formatted(name);
    }

    private static String search(String select, String scope, String where, int first) {
        return """
                <?xml version="1.0"?><d:searchrequest %s><d:basicsearch><d:select><d:prop>%s</d:prop></d:select>\
                <d:from><d:scope><d:href>%s</d:href><d:depth>infinity</d:depth></d:scope></d:from><d:where>%s</d:where>\
                <d:orderby><d:order><d:prop><d:getlastmodified/></d:prop><d:ascending/></d:order>\
                <d:order><d:prop><d:displayname/></d:prop><d:ascending/></d:order></d:orderby>\
                <d:limit><d:nresults>%d</d:nresults><s:firstresult>%d</s:firstresult></d:limit>\
                </d:basicsearch></d:searchrequest>""".formatted(NAMESPACES, select, scope, where, PAGE, first);
    }
}
