package errand.amap.maps;

import errand.agent.Describe;
import errand.agent.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is known of a place. */
public record PlaceDetail(
        @Describe("Id of the place") String placeId,
        @Describe("Name, in the language of the task where it is known") String name,
        @Describe("Other names, in any language") List<String> otherNames,
        @Describe("What it is") Category category,
        @Describe("Street address") String address,
        @Describe("City, Chinese") String city,
        @Describe("Where, WGS-84") Location location,
        @Describe("Whether it is indoors (室内); absent where it is not known")
                @Nullable Boolean indoor,
        @Describe("Opening hours (营业时间)") @Nullable String hours,
        @Describe("Whether it is open at this moment; absent where hours are not known")
                @Nullable Boolean openNow,
        @Describe("1 to 5") @Nullable Double rating,
        @Describe("Visits in the last year (到访人次)") @Nullable Integer visits,
        @Describe("1 cheap to 4 dear; absent where it is not known") @Nullable Integer priceLevel,
        @Describe("What one person usually pays (人均)") @Nullable Money perPerson,
        @Describe("Picture, as in place.search") @Nullable String image) {}
