package errand.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Capability;
import errand.alipay.wallet.Books;
import errand.alipay.wallet.Cashier;
import errand.alipay.wallet.Mandates;
import errand.alipay.wallet.Trades;
import errand.alipay.wallet.Transfers;
import errand.alipay.wallet.Wallet;
import errand.runtime.schema.JsonSchemas;
import errand.runtime.work.CapabilityTable;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reference page shows every capability, with examples that fit. */
class ReferencePageTest {

    private static final Pattern EXAMPLE =
            Pattern.compile(
                    "### `(alipay\\.[a-z.]+)`\\n.*?```json\\n(.*?)```\\n```json\\n(.*?)```",
                    Pattern.DOTALL);

    private final JsonSchemas schemas = new JsonSchemas();
    private final CapabilityTable table =
            new CapabilityTable(new AlipayAgent(all()).capabilities(), schemas);

    @Test
    void shows_every_capability_with_an_input_and_an_output_that_fit() throws Exception {
        Matcher page =
                EXAMPLE.matcher(Files.readString(Path.of("../docs/reference/agent-alipay.md")));
        Map<String, String> faults = new HashMap<>();
        Map<String, Boolean> shown = new HashMap<>();
        while (page.find()) {
            CapabilityTable.Row row = row(page.group(1));
            shown.put(page.group(1), true);
            String input = schemas.faults(row.inputSchema(), page.group(2)).toString();
            String output = schemas.faults(row.outputSchema(), page.group(3)).toString();
            faults.put(page.group(1), input + output);
        }
        assertThat(shown.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        table.rows().stream()
                                .map(CapabilityTable.Row::capability)
                                .map(Capability::name)
                                .toList());
        assertThat(faults.values()).containsOnly("[][]");
    }

    @Test
    void what_an_adapter_cannot_do_is_not_offered() {
        assertThat(new AlipayAgent(Services.none()).capabilities().all()).isEmpty();
        assertThat(
                        new AlipayAgent(Services.none().with(port(Transfers.class)))
                                .capabilities()
                                .all())
                .extracting(Capability::name)
                .containsExactly("alipay.transfer.quote", "alipay.transfer.send");
    }

    private CapabilityTable.Row row(String name) {
        return table.rows().stream()
                .filter(row -> row.capability().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The page shows " + name));
    }

    private static Services all() {
        return new Services(
                port(Wallet.class),
                port(Trades.class),
                port(Transfers.class),
                port(Mandates.class),
                port(Books.class),
                port(Cashier.class));
    }

    /** Only looked at, never called. */
    private static <T> T port(Class<T> type) {
        Object none =
                Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> null);
        return type.cast(none);
    }
}
