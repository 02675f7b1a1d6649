package errand.fliggy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitiesTest {

    private final Cities cities = Cities.shipped();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "北京, BJS",
                "北京市, BJS",
                "北京南, BJS",
                "北京西站, BJS",
                "Beijing, BJS",
                "' beijing ', BJS",
                "Hangzhou, HGH",
                "杭州东站, HGH",
                "Xi'an, SIA",
                "xian, SIA",
                "Xi’an, SIA",
                "重庆, CKG"
            })
    void are_found_by_any_name_people_use(String name, String code) {
        assertThat(cities.find(name)).map(City::code).contains(code);
    }

    @Test
    void are_thirty_and_no_other_is_guessed() {
        assertThat(cities.all()).hasSize(30);
        assertThat(cities.find("Atlantis")).isEmpty();
        assertThat(cities.find("")).isEmpty();
    }
}
