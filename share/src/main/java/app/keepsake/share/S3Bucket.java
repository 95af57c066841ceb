package app.keepsake.share;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Element;

/**
 * A bucket of an S3-compatible store, by multipart upload: the number of the upload is kept, and the store is asked
 * which parts it has. Addresses name the bucket in the path, which all stores understand.
 */
final class S3Bucket implements Target {
    private final URI bucket;
    private final String prefix;
    private final S3Signature signature;
    private final HttpClient client;

    /**
     * @param endpoint for example {@code https://s3.eu-central-1.amazonaws.com}
     * @param prefix of keys, for example {@code films/}; may be empty
     */
    S3Bucket(URI endpoint, String region, String bucket, String prefix, String accessKey, String secretKey) {
        this.bucket = URI.create(endpoint.toString().replaceFirst("/+$", "") + "/" + bucket + "/");
        this.prefix = prefix;
        this.signature = new S3Signature(region, accessKey, secretKey);
        this.client = Web.client();
    }

    @Override
    public Optional<URI> send(Upload upload, UploadProgress progress) throws IOException, InterruptedException {
        String key = prefix + upload.name();
        String note = "s3 " + upload.print() + " " + key;
        String uploadId = progress.remembered(note).orElse("");
        Map<Integer, String> tags = new TreeMap<>();
        if (!uploadId.isEmpty()) {
            HttpResponse<String> known = call("GET", key, Map.of("uploadId", uploadId), new byte[0]);
            if (known.statusCode() == 404) {
                uploadId = "";
            } else {
                for (Element part : Xml.all(Xml.read(Web.succeeded(known).body()), "Part")) {
                    tags.put(Integer.parseInt(Xml.text(part, "PartNumber")), Xml.text(part, "ETag"));
                }
            }
        }
        if (uploadId.isEmpty()) {
            HttpResponse<String> begun = Web.succeeded(call("POST", key, Map.of("uploads", ""), new byte[0]));
            uploadId = Xml.text(Xml.read(begun.body()), "UploadId");
            progress.remember(note, uploadId);
        }
        int number = 1;
        for (long from = 0; from < upload.size(); from += Upload.PART) {
            if (!tags.containsKey(number)) {
                HttpResponse<String> stored = Web.succeeded(call(
                        "PUT",
                        key,
                        Map.of("partNumber", Integer.toString(number), "uploadId", uploadId),
                        upload.part(from)));
                tags.put(number, stored.headers().firstValue("ETag").orElse(""));
            }
            progress.arrived(Math.min(upload.size(), from + Upload.PART));
            number++;
        }
        complete(key, uploadId, tags);
        progress.forget(note);
        return Optional.of(bucket.resolve(S3Signature.path(key)));
    }

    private void complete(String key, String upload, Map<Integer, String> tags)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder("<CompleteMultipartUpload>");
        tags.forEach((number, tag) -> body.append("<Part><PartNumber>")
                .append(number)
                .append("</PartNumber><ETag>")
                .append(tag.replace("\"", "&quot;"))
                .append("</ETag></Part>"));
        body.append("</CompleteMultipartUpload>");
        HttpResponse<String> answer = Web.succeeded(
                call("POST", key, Map.of("uploadId", upload), body.toString().getBytes(S3Signature.UTF_8)));
        // This operation can answer 200 at once, and say in the body that it failed.
        if (!Xml.all(Xml.read("<all>" + withoutProlog(answer.body()) + "</all>"), "Error")
                .isEmpty()) {
            throw new IOException(bucket.getHost() + ": the store could not put the parts together: "
                    + Overheard.clean(answer.body()));
        }
    }

    private static String withoutProlog(String xml) {
        return xml.strip().replaceFirst("^<\\?xml[^>]*\\?>", "");
    }

    private HttpResponse<String> call(String method, String key, Map<String, String> query, byte[] body)
            throws IOException, InterruptedException {
        return Web.send(client, signature.signed(method, bucket, key, query, body));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
