package errand.alipay.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.alipay.api.request.AlipayTradeQueryRequest;
import errand.runtime.live.Secrets;
import errand.runtime.settings.MissingSetting;
import errand.testkit.vendor.AlipayStub;
import errand.testkit.vendor.AlipayStub.Fault;
import errand.testkit.vendor.Rsa2;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class KeysTest {

    private static final String PRIVATE = Rsa2.base64(Rsa2.APP.getPrivate());
    private static final String PUBLIC = Rsa2.base64(Rsa2.ALIPAY.getPublic());

    @Test
    void are_read_from_the_environment_or_from_files_with_or_without_pem_lines(@TempDir Path dir)
            throws Exception {
        Path file = dir.resolve("app.pem");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                        .formatted(PRIVATE.replaceAll("(.{64})", "$1\n")));
        Keys keys =
                keys(
                        Map.of(
                                Keys.APP_PRIVATE + "_FILE",
                                file.toString(),
                                Keys.ALIPAY_PUBLIC,
                                PUBLIC));
        assertThat(keys.appPrivate()).isEqualTo(PRIVATE);
        assertThat(keys.alipayPublic()).isEqualTo(PUBLIC);
        assertThat(keys).hasToString("***");
    }

    @Test
    void what_is_missing_or_no_key_or_too_short_is_named_and_not_shown() throws Exception {
        assertThatThrownBy(() -> keys(Map.of(Keys.APP_PRIVATE, PRIVATE)))
                .isInstanceOf(MissingSetting.class)
                .hasMessageContaining(Keys.ALIPAY_PUBLIC);
        String broken = "A" + PRIVATE.substring(1);
        assertThatThrownBy(() -> keys(Map.of(Keys.APP_PRIVATE, broken, Keys.ALIPAY_PUBLIC, PUBLIC)))
                .isInstanceOf(MissingSetting.class)
                .hasMessageContaining(
                        "'ERRAND_ALIPAY_APP_PRIVATE_KEY' is unusable: it is not a PKCS#8 private key")
                .hasNoCause();
        KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
        small.initialize(1024);
        String weak = Rsa2.base64(small.generateKeyPair().getPublic());
        assertThatThrownBy(() -> keys(Map.of(Keys.APP_PRIVATE, PRIVATE, Keys.ALIPAY_PUBLIC, weak)))
                .hasMessageContaining("at least 2048 bits");
    }

    @Test
    void stand_in_no_log_line_and_no_exception_whatever_goes_wrong() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.TRACE);
        StringBuilder seen = new StringBuilder();
        try (AlipayStub stub = new AlipayStub()) {
            LiveProperties properties = Live.properties(stub.gateway(), Duration.ofMillis(300));
            seen.append(properties);
            Gateway gateway = Gateway.of(properties, Live.keys());
            for (Fault fault : Fault.values()) {
                stub.next(fault);
                call(gateway, seen);
            }
            URI nobody = URI.create("http://127.0.0.1:1/gateway.do");
            call(Gateway.of(Live.properties(nobody, Duration.ofMillis(300)), Live.keys()), seen);
        } finally {
            root.setLevel(before);
            root.detachAppender(lines);
        }
        lines.list.forEach(
                line -> seen.append(line.getFormattedMessage()).append(line.getThrowableProxy()));
        assertThat(seen.toString()).contains("VENDOR_UNREACHABLE").doesNotContain("biz_content");
        for (String key : new String[] {PRIVATE, PUBLIC}) {
            for (int i = 0; i + 24 < key.length(); i += 24) {
                assertThat(seen.indexOf(key.substring(i, i + 24)))
                        .as("a part of a key")
                        .isNegative();
            }
        }
    }

    @Test
    void the_sdk_leaves_the_checks_of_certificates_as_they_were() {
        String before = Security.getProperty("jdk.certpath.disabledAlgorithms");
        assertThat(before).contains("MD2");
        Gateway.of(
                Live.properties(
                        URI.create("http://127.0.0.1:1/gateway.do"), Duration.ofMillis(300)),
                Live.keys());
        assertThat(Security.getProperty("jdk.certpath.disabledAlgorithms")).isEqualTo(before);
    }

    private static void call(Gateway gateway, StringBuilder seen) {
        AlipayTradeQueryRequest request = new AlipayTradeQueryRequest();
        request.setBizContent("{\"out_trade_no\":\"EP1\"}");
        try {
            seen.append(gateway.call(request).getSubCode());
        } catch (RuntimeException e) {
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            seen.append(text);
            if (e instanceof errand.agent.TransientFailure passing) {
                seen.append(passing.code());
            }
        }
    }

    private static Keys keys(Map<String, String> environment) {
        return Keys.of(new Secrets(environment));
    }
}
