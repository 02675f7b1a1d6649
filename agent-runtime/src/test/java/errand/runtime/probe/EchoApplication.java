package errand.runtime.probe;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.runtime.AgentApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** The smallest agent. */
@SpringBootApplication
public class EchoApplication {

    public static ConfigurableApplicationContext start(String... args) {
        return AgentApplication.start(EchoApplication.class, "echo", args);
    }

    @Component
    static class Echo implements Agent {

        record Text(String text) {}

        @Override
        public Capabilities capabilities() {
            return Capabilities.of("echo")
                    .can("text.read", Text.class, Text.class, this::read)
                    .reads()
                    .can("text.hold", Text.class, Text.class, this::read)
                    .holds()
                    .forGood();
        }

        private Outcome<Text> read(Text text, Task task) {
            return Outcome.done(text);
        }
    }
}
