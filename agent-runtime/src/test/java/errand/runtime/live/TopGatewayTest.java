package errand.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopGatewayTest {

    /** The md5sum of {@code helloworldapp_key12345678methodtaobao.user.gethelloworld}. */
    @Test
    void a_signature_is_the_md5_of_secret_sorted_fields_secret_in_capitals() {
        Secret secret = new Secrets(Map.of("S", "helloworld")).get("S");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("method", "taobao.user.get");
        fields.put("app_key", "12345678");

        assertThat(TopGateway.signature(fields, secret))
                .isEqualTo("2F60F2CBCABF70F3CB1E899FD61C06A7");
    }
}
