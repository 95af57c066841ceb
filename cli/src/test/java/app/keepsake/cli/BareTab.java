package app.keepsake.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The only tab of a Chromium of its own, driven by as little of its protocol as measuring needs: to watch what a page
 * fetches, as Playwright does, makes the page's process keep all of it.
 */
final class BareTab implements AutoCloseable {
    private static final int PATIENCE = 120;

    private final Path profile;
    private final Process browser;
    private final WebSocket socket;
    private final AtomicInteger last = new AtomicInteger();
    private final ConcurrentMap<Integer, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();

    /** What the process of a page holds, in bytes. */
    record Held(long own, long resident) {
        Held orMore(Held other) {
            return new Held(Math.max(own, other.own), Math.max(resident, other.resident));
        }
    }

    BareTab(int width, int height) throws IOException {
        profile = Files.createTempDirectory("tab");
        browser = new ProcessBuilder(List.of(
                        WebApp.Engine.CHROMIUM.program().orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "--window-size=" + width + "," + height,
                        "about:blank"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        HttpClient http = HttpClient.newHttpClient();
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(address(http)), new Answers())
                .join();
    }

    /** Where the tab is spoken to, as soon as it is there. */
    private String address(HttpClient http) throws IOException {
        for (int tries = 0; tries < 10 * PATIENCE; tries++) {
            try {
                Thread.sleep(100);
                String port = Files.readAllLines(profile.resolve("DevToolsActivePort"))
                        .getFirst();
                String tabs = http.send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body();
                for (JsonElement tab : JsonParser.parseString(tabs).getAsJsonArray()) {
                    if (tab.getAsJsonObject().get("type").getAsString().equals("page")) {
                        return tab.getAsJsonObject().get("webSocketDebuggerUrl").getAsString();
                    }
                }
            } catch (NoSuchFileException notYet) {
                continue;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        throw new IOException("Chromium did not open a tab");
    }

    /** Puts messages together that come in parts. */
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
            parts.append(data);
            if (whole) {
                JsonObject answer = JsonParser.parseString(parts.toString()).getAsJsonObject();
                parts.setLength(0);
                CompletableFuture<JsonObject> who =
                        answer.has("id") ? asked.remove(answer.get("id").getAsInt()) : null;
                if (who != null) {
                    boolean ignored = who.complete(answer);
                }
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    private JsonObject send(String method, JsonObject parameters) throws IOException {
        int id = last.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        asked.put(id, answer);
        JsonObject message = new JsonObject();
        message.addProperty("id", id);
        message.addProperty("method", method);
        message.add("params", parameters);
        try {
            WebSocket ignored = socket.sendText(message.toString(), true).get(PATIENCE, TimeUnit.SECONDS);
            JsonObject all = answer.get(PATIENCE, TimeUnit.SECONDS);
            if (all.has("error")) {
                throw new IOException(method + ": " + all.get("error"));
            }
            return all.getAsJsonObject("result");
        } catch (Exception e) {
            throw new IOException(method, e);
        }
    }

    void open(String address) throws IOException {
        JsonObject where = new JsonObject();
        where.addProperty("url", address);
        JsonObject ignored = send("Page.navigate", where);
    }

    /** What an expression is, or what its promise comes to. */
    JsonElement evaluate(String expression) throws IOException {
        JsonObject what = new JsonObject();
        what.addProperty("expression", expression);
        what.addProperty("awaitPromise", true);
        what.addProperty("returnByValue", true);
        JsonObject all = send("Runtime.evaluate", what);
        if (all.has("exceptionDetails")) {
            throw new IOException(expression + ": " + all.get("exceptionDetails"));
        }
        JsonElement value = all.getAsJsonObject("result").get("value");
        return value == null ? JsonNull.INSTANCE : value;
    }

    void until(String condition) throws IOException {
        for (int tries = 0; tries < 10 * PATIENCE; tries++) {
            JsonElement is = evaluate(condition);
            if (is.isJsonPrimitive() && is.getAsBoolean()) {
                return;
            }
            rest(100);
        }
        throw new IOException("waited in vain for " + condition);
    }

    static void rest(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Throws away at once what the page has no use for any more, as the browser does when it likes. */
    void clean() throws IOException {
        JsonObject ignored = send("HeapProfiler.collectGarbage", new JsonObject());
    }

    /**
     * What the page's process holds, on Linux: its own memory, which Chromium's task manager calls the memory footprint,
     * and what is resident, of which it shares the program's code and others.
     */
    Held held() throws IOException {
        Held most = new Held(0, 0);
        for (ProcessHandle process : browser.descendants().toList()) {
            Path known = Path.of("/proc", Long.toString(process.pid()));
            try {
                if (Files.readString(known.resolve("cmdline")).contains("--type=renderer")) {
                    long own = 0;
                    long resident = 0;
                    for (String line : Files.readAllLines(known.resolve("status"))) {
                        long bytes = line.endsWith(" kB") ? 1024 * Long.parseLong(line.replaceAll("\\D", "")) : 0;
                        own += line.startsWith("RssAnon:") || line.startsWith("VmSwap:") ? bytes : 0;
                        resident += line.startsWith("VmRSS:") ? bytes : 0;
                    }
                    most = most.orMore(new Held(own, resident));
                }
            } catch (NoSuchFileException ended) {
                continue;
            }
        }
        return most;
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        List<ProcessHandle> all = new ArrayList<>(browser.descendants().toList());
        all.add(browser.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
