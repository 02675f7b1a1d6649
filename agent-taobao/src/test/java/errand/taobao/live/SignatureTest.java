package errand.taobao.live;

import static org.assertj.core.api.Assertions.assertThat;

import errand.runtime.live.Secret;
import errand.runtime.live.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** The md5sum of {@code helloworldapp_key12345678methodtaobao.user.gethelloworld}. */
    @Test
    void is_the_md5_of_secret_sorted_fields_secret_in_capitals() {
        Secret secret = new Secrets(Map.of("S", "helloworld")).get("S");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("method", "taobao.user.get");
        fields.put("blank", "");
        fields.put("app_key", "12345678");

        assertThat(Signature.of(fields, secret)).isEqualTo("2F60F2CBCABF70F3CB1E899FD61C06A7");
    }
}
