package errand.amap.dining;

import errand.agent.Describe;
import errand.agent.Money;
import errand.amap.maps.SavedPlace;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For whom a table is wanted, where and when. */
public record DiningSearch(
        @Describe("City, Chinese or English: 杭州, Hangzhou") String city,
        @Describe("Day, YYYY-MM-DD") LocalDate date,
        @Describe("When one wants to sit down, HH:mm; 18:30 when not said")
                @Nullable LocalTime time,
        @Describe("How many people eat, at most 8; for more take meal.search (团餐)") int people,
        @Describe("Cuisine or name: 川菜, 火锅, 江浙菜; anything when not said") @Nullable String text,
        @Describe("Place to be close to: 西湖, 公司, Hangzhou East Station") @Nullable String near,
        @Describe("At most this for one person (人均)") @Nullable Money budgetPerPerson,
        @Describe("Places of the person by the names used in near, where this step has them")
                @Nullable List<SavedPlace> places) {}
