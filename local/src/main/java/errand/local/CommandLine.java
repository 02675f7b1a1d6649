package errand.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The words with which a process was started, also where they are too many for the JDK. */
final class CommandLine {

    private CommandLine() {}

    static String of(ProcessHandle process) {
        try {
            var bytes = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline"));
            return new String(bytes, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }
}
