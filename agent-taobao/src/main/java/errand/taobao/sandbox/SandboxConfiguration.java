package errand.taobao.sandbox;

import errand.runtime.sandbox.SandboxControls;
import errand.runtime.sandbox.StockEndpoint;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.WorldProperties;
import errand.runtime.sandbox.pack.WorldPack;
import errand.taobao.market.Marketplace;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the sandbox world behind the port, unless the agent is told to be live. */
@Configuration(proxyBeanMethods = false)
@Import(SandboxControls.class)
@EnableConfigurationProperties({SandboxProperties.class, WorldProperties.class})
@ConditionalOnProperty(name = "errand.taobao.mode", havingValue = "sandbox", matchIfMissing = true)
class SandboxConfiguration {

    @Bean
    Sandbox sandbox(
            DataSource data,
            PlatformTransactionManager transactions,
            WorldProperties world,
            SandboxProperties properties) {
        WorldPack pack = WorldPack.in(world.directory());
        Sandbox sandbox =
                new Sandbox(
                        new Stockroom(data, transactions, properties.periods()),
                        world.seed(),
                        world.size(),
                        pack);
        pack.verify();
        return sandbox;
    }

    @Bean
    Marketplace market(Sandbox sandbox) {
        return sandbox.market();
    }

    @Bean
    StockEndpoint stockEndpoint(Sandbox sandbox, Clock clock) {
        return new StockEndpoint(sandbox.control(clock));
    }
}
