package app.keepsake.share;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests to S3: AWS Signature Version 4, with the payload's SHA-256. Source: AWS, "Signature Version 4". */
final class S3Signature {
    static final Charset UTF_8 = StandardCharsets.UTF_8;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";

    private final String region;
    private final String accessKey;
    private final String secretKey;
    private final Clock clock;

    S3Signature(String region, String accessKey, String secretKey) {
        this(region, accessKey, secretKey, Clock.systemUTC());
    }

    S3Signature(String region, String accessKey, String secretKey, Clock clock) {
        this.region = region;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.clock = clock;
    }

    /** @param bucket address of the bucket, with a slash at its end */
    HttpRequest signed(String method, URI bucket, String key, Map<String, String> query, byte[] body) {
        String sorted = new TreeMap<>(query)
                .entrySet().stream()
                        .map(one -> Web.encoded(one.getKey()) + "=" + Web.encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
        URI uri = URI.create(bucket + path(key) + (sorted.isEmpty() ? "" : "?" + sorted));
        String host = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
        String time = TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
        String payload = hex(Upload.digest().digest(body));
        return Web.request(uri)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .header("x-amz-date", time)
                .header("x-amz-content-sha256", payload)
                .header("Authorization", authorization(method, uri.getRawPath(), sorted, host, time, payload))
                .build();
    }

    String authorization(String method, String path, String query, String host, String time, String payload) {
        String canonical = String.join(
                "\n",
                method,
                path,
                query,
                "host:" + host,
                "x-amz-content-sha256:" + payload,
                "x-amz-date:" + time,
                "",
                SIGNED,
                payload);
        String day = time.substring(0, time.indexOf('T'));
        String scope = day + "/" + region + "/s3/aws4_request";
        String toSign =
                String.join("\n", ALGORITHM, time, scope, hex(Upload.digest().digest(canonical.getBytes(UTF_8))));
        byte[] key = ("AWS4" + secretKey).getBytes(UTF_8);
        for (String step : new String[] {day, region, "s3", "aws4_request"}) {
            key = hmac(key, step);
        }
        return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(ALGORITHM, accessKey, scope, SIGNED, hex(hmac(key, toSign)));
    }

    /** A key as a path: each name between slashes is encoded. */
    static String path(String key) {
        return Arrays.stream(key.split("/", -1)).map(Web::encoded).collect(Collectors.joining("/"));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Each Java platform has HmacSHA256.", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
