package errand.local.author;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles a generated module in this JVM, on the class path of the tests. */
final class Sources {

    private Sources() {}

    /** What the compiler says; nothing when all is well. Classes and resources go to the folder. */
    static String compile(Path module, Path classes) throws IOException {
        List<String> words = new ArrayList<>(List.of("-d", classes.toString(), "-parameters"));
        words.addAll(List.of("-proc:none", "-Xlint:all", "-Werror"));
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        files(module.resolve("src")).stream()
                .map(Path::toString)
                .filter(file -> file.endsWith(".java"))
                .forEach(words::add);
        var said = new ByteArrayOutputStream();
        ToolProvider.getSystemJavaCompiler().run(null, said, said, words.toArray(String[]::new));
        Path resources = module.resolve("src/main/resources");
        for (Path file : files(resources)) {
            Path copy = classes.resolve(resources.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
