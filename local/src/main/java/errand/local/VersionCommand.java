package errand.local;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says which Errand this is and what it runs on. */
@Command(name = "version", description = "Show the version.")
final class VersionCommand implements Callable<Integer> {

    @Mixin private Where where = new Where();

    @Override
    public Integer call() {
        var version = Main.class.getPackage().getImplementationVersion();
        System.out.printf(
                "errand %s (Java %s, Kafka %s)%n",
                Objects.requireNonNullElse(version, "development"),
                Runtime.version(),
                AppInfoParser.getVersion());
        return 0;
    }
}
