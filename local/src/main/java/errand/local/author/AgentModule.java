package errand.local.author;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The files of a new agent: those of {@code module/} in the resources, which are an agent called
 * sample-shop that works, under another name.
 */
final class AgentModule {

    private static final String JAVA = "src/main/java/agents/sampleshop/";
    private static final List<String> EVERYWHERE =
            List.of(
                    JAVA + "SampleShopAgent.java",
                    JAVA + "SampleShopApplication.java",
                    JAVA + "package-info.java",
                    JAVA + "sessions/SessionOffer.java",
                    JAVA + "sessions/SessionOffers.java",
                    JAVA + "sessions/SessionQuote.java",
                    JAVA + "sessions/SessionSearch.java",
                    JAVA + "sessions/Sessions.java",
                    JAVA + "sessions/package-info.java",
                    JAVA + "sandbox/Course.java",
                    JAVA + "sandbox/Programme.java",
                    JAVA + "sandbox/Sandbox.java",
                    JAVA + "sandbox/SandboxConfiguration.java",
                    JAVA + "sandbox/SandboxControl.java",
                    JAVA + "sandbox/SandboxProperties.java",
                    JAVA + "sandbox/SandboxSessions.java",
                    JAVA + "sandbox/Session.java",
                    JAVA + "sandbox/package-info.java",
                    "src/main/resources/META-INF/errand-agent.properties",
                    "src/main/resources/agent-sample-shop.yml",
                    "src/main/resources/db/sample-shop/V1__sessions.sql",
                    "src/test/java/agents/sampleshop/SampleShopAgentTest.java");

    private final Map<String, String> words = new LinkedHashMap<>();

    AgentModule(AgentName name, Path folder, Checkout checkout) throws IOException {
        words.put("sampleshop", name.packageName());
        words.put("SampleShop", name.className());
        words.put("sample-shop", name.text());
        words.put("@VERSION@", checkout.version());
        words.put("@REPOSITORY@", checkout.repository().toUri().toString());
        words.put("@ERRAND@", checkout.root().toString());
        words.put("@HERE@", folder.toString());
    }

    /** Files of a module of the clone, by path. */
    Map<String, String> inside() {
        Map<String, String> files = everywhere();
        files.put("pom.xml", text("pom.inside.xml"));
        files.put("README.md", readme("running.inside.md"));
        return files;
    }

    /** Files of a module that stands by itself, by path. */
    Map<String, String> outside() {
        Map<String, String> files = everywhere();
        files.put("pom.xml", text("pom.outside.xml"));
        files.put("README.md", readme("running.outside.md"));
        files.put("Dockerfile", text("Dockerfile"));
        files.put("compose.yaml", text("compose.yaml"));
        files.put(".gitignore", text("gitignore"));
        return files;
    }

    static void write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue());
        }
    }

    private Map<String, String> everywhere() {
        Map<String, String> files = new LinkedHashMap<>();
        EVERYWHERE.forEach(path -> files.put(called(path), text(path)));
        return files;
    }

    private String readme(String running) {
        return text("README.md").replace("@RUNNING@\n", text(running));
    }

    private String text(String path) {
        try (InputStream file =
                Objects.requireNonNull(
                        AgentModule.class.getResourceAsStream("module/" + path), path)) {
            return called(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The same under the agent's own name. */
    private String called(String text) {
        String changed = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            changed = changed.replace(word.getKey(), word.getValue());
        }
        return changed;
    }
}
