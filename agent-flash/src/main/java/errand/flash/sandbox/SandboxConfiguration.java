package errand.flash.sandbox;

import errand.agent.Agent;
import errand.flash.FlashAgent;
import errand.runtime.sandbox.SandboxControls;
import errand.runtime.sandbox.StockEndpoint;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.WorldProperties;
import errand.runtime.sandbox.pack.WorldPack;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the sandbox world behind the ports, unless the agent is told to be live. */
@Configuration(proxyBeanMethods = false)
@Import(SandboxControls.class)
@EnableConfigurationProperties({SandboxProperties.class, WorldProperties.class})
@ConditionalOnProperty(name = "errand.flash.mode", havingValue = "sandbox", matchIfMissing = true)
class SandboxConfiguration {

    @Bean
    Sandbox sandbox(
            DataSource data,
            PlatformTransactionManager transactions,
            WorldProperties world,
            SandboxProperties properties) {
        return new Sandbox(
                new Stockroom(data, transactions, properties.periods()),
                world.seed(),
                world.size(),
                WorldPack.in(world.directory()));
    }

    @Bean
    Agent agent(Sandbox sandbox) {
        return new FlashAgent(sandbox.shops(), sandbox.orders(), sandbox.cookbook());
    }

    @Bean
    StockEndpoint stockEndpoint(Sandbox sandbox, Clock clock) {
        return new StockEndpoint(sandbox.control(clock));
    }
}
