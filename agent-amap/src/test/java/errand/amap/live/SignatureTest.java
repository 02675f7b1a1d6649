package errand.amap.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {

    @Test
    void is_that_of_amaps_own_example_whatever_the_order() {
        Map<String, String> parameters =
                Map.of("d", "48", "b", "12", "f", "8", "a", "23", "c", "67");

        assertThat(Signature.of(parameters, "bbbbb")).isEqualTo("a89e8c2266d888860c46672d77d069f3");
    }

    @Test
    void is_over_what_is_meant_not_over_how_it_is_encoded() {
        assertThat(Signature.of(Map.of("address", "杭州 西湖&1=2"), "k"))
                .isEqualTo("934c4c2a7c311d1934b15994401cd777");
    }
}
