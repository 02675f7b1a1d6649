package errand.local;

import errand.local.author.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds a container image of every service of ours, for docker-compose.yml. */
@Command(
        name = "images",
        description = "Build a container image for each service, as docker-compose.yml wants them.")
final class ImagesCommand implements Callable<Integer> {

    @Mixin private Where where = new Where();

    @Option(
            names = "--prefix",
            paramLabel = "NAME",
            description =
                    "images are called NAME/orchestrator and so on (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:ERRAND_IMAGES:-errand}")
    private String prefix = "errand";

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "(default: ${DEFAULT-VALUE})",
            defaultValue = "${env:ERRAND_TAG:-local}")
    private String tag = "local";

    @Option(
            names = "--base",
            paramLabel = "IMAGE",
            description =
                    "a Java 25 run-time to build on (default: that of the Dockerfile, or"
                            + " ERRAND_BASE_IMAGE)")
    private @Nullable String base = System.getenv("ERRAND_BASE_IMAGE");

    @Option(
            names = "--context",
            paramLabel = "DIR",
            description = "only put together the folder that images are built from")
    private @Nullable Path context;

    @Option(
            names = "--with",
            paramLabel = "NAME",
            description = "an image of these, too: mcp, bench")
    private List<String> with = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var root = Checkout.here("images are built").root();
        var services =
                Services.with(with).stream()
                        .filter(service -> service.kind() == Service.Kind.APPLICATION)
                        .toList();
        if (context != null) {
            new ImageContext(context.toAbsolutePath().normalize()).assemble(root, services);
            System.out.println(context);
            return 0;
        }
        refuseWithoutEngine();
        var folder = new ImageContext(root.resolve("local/target/images")).assemble(root, services);
        for (var service : services) {
            build(folder, service);
        }
        System.out.println("Start them: docker compose up -d");
        return 0;
    }

    private void build(ImageContext folder, Service service)
            throws IOException, InterruptedException {
        var image = "%s/%s:%s".formatted(prefix, service.name(), tag);
        var command = new ArrayList<>(List.of("docker", "build", "--quiet", "--tag", image));
        command.addAll(List.of("--build-arg", "SERVICE=" + service.name()));
        if (base != null && !base.isBlank()) {
            command.addAll(List.of("--build-arg", "BASE=" + base));
        }
        command.add(folder.folder().toString());
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new Complaint(
                    "'%s' ended with %d; the lines above say why"
                            .formatted(String.join(" ", command), code));
        }
        System.out.println(image);
    }

    private static void refuseWithoutEngine() throws InterruptedException {
        try {
            var docker =
                    new ProcessBuilder("docker", "version", "--format", "{{.Server.Version}}")
                            .redirectErrorStream(true)
                            .start();
            var said = new String(docker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (docker.waitFor() != 0) {
                throw new Complaint(
                        "The Docker engine does not answer: %s Start it, or only put together what images are built from: ./errand images --context DIR"
                                .formatted(lastLine(said)));
            }
        } catch (IOException e) {
            throw new Complaint(
                    "There is no 'docker' on the PATH. Install it, or only put together what images are built from: ./errand images --context DIR",
                    e);
        }
    }

    private static String lastLine(String said) {
        var line = said.lines().filter(l -> !l.isBlank()).reduce("", (_, last) -> last).strip();
        return Objects.requireNonNullElse(line, "").replaceFirst("[^.?!]$", "$0.");
    }
}
