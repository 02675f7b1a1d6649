package errand.mcp;

import errand.mcp.settings.ClientFile;
import errand.mcp.settings.McpProperties;
import errand.mcp.settings.Servers;
import errand.runtime.loopback.LoopbackOnly;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the agents of one process share: settings, health, metrics, the operator's door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({McpProperties.class, ClientFile.class})
class McpConfiguration {

    @Bean
    Servers servers(McpProperties properties, ClientFile file) {
        return Servers.of(properties, file);
    }

    @Bean
    Hosts hosts(
            Servers servers,
            McpProperties times,
            ApplicationArguments arguments,
            Environment environment,
            MeterRegistry meters) {
        boolean database = environment.containsProperty("spring.datasource.url");
        return new Hosts(servers, times, arguments.getSourceArgs(), database, meters);
    }

    @Bean("mcp")
    McpHealth mcpHealth(Hosts hosts) {
        return new McpHealth(hosts);
    }

    @Bean("tasks")
    TasksOfAll tasksOfAll(Hosts hosts) {
        return new TasksOfAll(hosts);
    }

    @Bean
    FilterRegistrationBean<LoopbackOnly> callsFromHereOnly() {
        FilterRegistrationBean<LoopbackOnly> filter =
                new FilterRegistrationBean<>(new LoopbackOnly());
        filter.addUrlPatterns("/calls", "/calls/*");
        return filter;
    }
}
