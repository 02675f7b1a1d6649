package errand.local.author;

import errand.local.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes an agent in a folder: as a module of the clone when the folder is one of the clone's, else
 * as a project by itself.
 *
 * @param folder where; absolute
 */
public record NewAgent(AgentName name, Path folder, Checkout checkout) {

    /** What was made, and what to do next, as lines for the terminal. */
    public List<String> make() throws IOException {
        refuseFull();
        return isInside() ? inside() : outside();
    }

    private List<String> inside() throws IOException {
        if (!folder.equals(checkout.root().resolve(name.module()))) {
            throw new Complaint(
                    "%s is inside the clone, where agent '%s' is called %s. Choose that, or a folder outside: --dir DIR"
                            .formatted(
                                    folder, name.text(), checkout.root().resolve(name.module())));
        }
        Map<String, String> files = new AgentModule(name, folder, checkout).inside();
        new CloneEntries(checkout.root()).add(name);
        AgentModule.write(folder, files);
        return List.of(
                "Made %s in %s: a module of this clone, in pom.xml, docker-compose.yml and Prometheus."
                        .formatted(name.module(), folder),
                "Next: ./errand up",
                "Before you hand it in: mvn spotless:apply -pl %s".formatted(name.module()));
    }

    private List<String> outside() throws IOException {
        new PartsRepository(checkout).refresh();
        AgentModule.write(folder, new AgentModule(name, folder, checkout).outside());
        return List.of(
                "Made %s in %s.".formatted(name.module(), folder),
                "Next, in that folder: mvn package",
                "Then: %s up --with .".formatted(checkout.root().resolve("errand")));
    }

    private boolean isInside() {
        return folder.startsWith(checkout.root());
    }

    /** What begins with a dot (.git, .idea, .errand) may be there, but nothing of ours. */
    private void refuseFull() throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Complaint("%s is a file. Choose another folder: --dir DIR".formatted(folder));
        }
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> !file.startsWith(".") || file.equals(".gitignore"))
                    .sorted()
                    .findFirst()
                    .ifPresent(
                            file -> {
                                throw new Complaint(
                                        "%s is not empty (%s). Choose a folder that is new or empty: --dir DIR"
                                                .formatted(folder, file));
                            });
        }
    }
}
