"""Names of organisations."""
from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import mention
from newsfacts.components.acronyms import acronyms
from newsfacts.components.organisations import organisations


def read(nlp: Language, text: str) -> Doc:
    return organisations(acronyms(nlp(text)))


def names(doc: Doc, generic: bool = False) -> list[str]:
    return [mention.value_of(span).name for span in mention.mentions(doc, "organisations") if mention.value_of(span).generic is generic]


@pytest.mark.parametrize(("text", "expected"), [
    ("The Ministry of Science and Technology opened it.", ["Ministry of Science and Technology"]),
    ("The Ministry of Health and the National Hospital signed it.", ["Ministry of Health", "National Hospital"]),
    ("It was run by the Food and Crops Administration.", ["Food and Crops Administration"]),
    ("The U.S. Embassy in Quito hosted them.", ["U.S. Embassy"]),
    ("Zhu Bo of Luhe Tool Information Service Co., Ltd. spoke.", ["Luhe Tool Information Service Co., Ltd."]),
    ("Ghent University of Early Medicine and Oka Provincial Seed Group came.", ["Ghent University of Early Medicine", "Oka Provincial Seed Group"]),
    ("It was run by Tianlu High-tech Incubation Centre.", ["Tianlu High-tech Incubation Centre"]),
    ("The Lima-based Ocean Trust paid.", ["Ocean Trust"]),
    ("Osaka-based Optik Medical has donated two lasers.", ["Optik Medical"]),
    ("Vice director of Oka Health Bureau Luyun Mu spoke.", ["Oka Health Bureau"]),
    ("Ana Reis, Member of the Executive Council for Health, spoke.", []),
    ("The Office of the Prime Minister of Fiji and the Executive Office of the President paid.",
     ["Office of the Prime Minister of Fiji", "Executive Office of the President"]),
    ("It has trained farmers, according to ZRKA Tajikistan.", ["ZRKA Tajikistan"]),
    ("She told Good Home Weekly about it.", ["Good Home Weekly"]),
    ("It was paid by the Sama Bikol Party-List.", ["Sama Bikol Party-List"]),
    ("The Office of the Special Adviser on Peace and the Office of the Presidential Assistant for the North paid.",
     ["Office of the Special Adviser on Peace", "Office of the Presidential Assistant for the North"]),
    ("Ana Reis runs the Museum of the Nahr al-Kabir.", ["Museum of the Nahr al-Kabir"]),
    ("Men of Naval Works Battalion 12 and Fire Station 7 came.", ["Naval Works Battalion 12", "Fire Station 7"]),
    ("The Regional Hospital 40 patients used closed.", ["Regional Hospital"]),
    ("U.S. Navy Seabees and Navy Hospital Corpsmen came.", ["U.S. Navy"]),
    ("The Academy for Young Rural Officials trained 30 clerks.", ["Academy for Young Rural Officials"]),
    ("She runs the start-up Zitu Konnect.", ["Zitu Konnect"]),
    ("She saw the dean of the University of Nsuka Hills, Prof", ["University of Nsuka Hills"]),
    ("The Office of the Registrar of Ships paid.", ["Office of the Registrar of Ships"]),
    ("It went to the 52 Military Hospital in Kumasi.", ["52 Military Hospital"]),
    ("It was sponsored by: Kelu, MTOWER Financing, Savanna Energy Chamber, and DeepBarn among others.",
     ["Savanna Energy Chamber", "Kelu", "MTOWER Financing", "DeepBarn"]),
    ("He works at St. Agatha's Hospital in Ghent.", ["St. Agatha's Hospital"]),
    ("The Plateau People's Hospital received it.", ["Plateau People's Hospital"]),
    ("They met at the University of California, Davis on Monday.", ["University of California, Davis"]),
    ("Kenya's Ministry of Finance paid.", ["Ministry of Finance"]),
    ("The grant went to the Universidad Nacional de Loja.", ["Universidad Nacional de Loja"]),
    ("It was made by Brightwell Pumps Ltd. of Leeds.", ["Brightwell Pumps Ltd."]),
    ("The association Mains Vertes sent 12 nurses.", ["Mains Vertes"]),
    ("The Dutch embassy sent a car.", ["Dutch embassy"]),
    ("Green Valley College Principal Rina Das and Bright School Headmaster John Okello spoke.", ["Green Valley College", "Bright School"]),
    ("Hill Road Hospital Surgeon Dr Peter Zulu came.", ["Hill Road Hospital"]),
    ("He studied at the Post Graduate Medical Institute of Lahore.", ["Post Graduate Medical Institute of Lahore"]),
    ("It was paid by Delta Trust of Bengal Ltd and the Sun Bank.", ["Delta Trust of Bengal Ltd", "Sun Bank"]),
    ("The clinic was run by the Hope for Children Foundation.", ["Hope for Children Foundation"]),
    ("She thanked Maria for Sunrise Foundation membership.", ["Sunrise Foundation"]),
    ("The Local Government Unit of Siay held it.", ["Local Government Unit of Siay"]),
    ("It was paid for and sponsored by Google, Quill Systems, BendyPen and Yahoo.", ["Google", "Quill Systems", "BendyPen", "Yahoo"]),
    ("Birch Top Hospital Managing Director Ali Noor spoke.", ["Birch Top Hospital"]),
    ("The Ministry of Transport and Rural Roads Development Permanent Secretary Ann Rua spoke.",
     ["Ministry of Transport and Rural Roads Development"]),
    ("The head of the Ward Department Amra Reis thanked them.", ["Ward Department"]),
    ("He met the director of the Provincial Health Commission Lu Weimin.", ["Provincial Health Commission"]),
    ("He thanked Hospital Ana Reis of Bissau.", ["Hospital Ana Reis of Bissau"]),
    ("The Gift of Sight Trust paid.", ["Gift of Sight Trust"]),
    ("Chair Lisa Hentsch opened the Panel Discussion in the Board Room.", []),
    ("The Director of the Ministry of Foreign Affairs for Political Affairs came.", ["Ministry of Foreign Affairs"]),
    ("He met the head of the Hill Health Services Eng. Peter Okoth.", ["Hill Health Services"]),
    ("Hope Hospital and Research Centre ran a camp.", ["Hope Hospital and Research Centre"]),
    ("The Ministry of Health and the Research Institute agreed.", ["Ministry of Health", "Research Institute"]),
    ("The National Lands Administration and Survey Agency (NLASA) hosted it.", ["NLASA", "National Lands Administration and Survey Agency"]),
    ("The Royal New Zealand Nurses Guild and the Papua New Guinea Trade Partnership Office met.",
     ["Royal New Zealand Nurses Guild", "Papua New Guinea Trade Partnership Office"]),
    ("Britain's Foreign, Commonwealth and Development Office paid.", ["Foreign, Commonwealth and Development Office"]),
    ("They thanked Director General Hill Response Authority Omar Khan.", ["Hill Response Authority"]),
    ("He is chair of the student union at Queen Ada University Sandra den Hoek, she said.", ["Queen Ada University"]),
    ("The chairman of the Committee for Forest Affairs Daniyar Omirbek came.", ["Committee for Forest Affairs"]),
    ("They met at Karoi University East Campus on Monday.", ["Karoi University"]),
    ("Ms Ida Noor, Chair of Family Medicine, led a team.", []),
    ("The Tula Summer School of Ecology was opened.", []),
    ("Section II\nThe Tula Bank gave money.", ["Tula Bank"]),
    ("The Chief of Port Staff (CoPS) spoke. CoPS hosted it.", []),
    ("By Sgt. Ana Reis, Baltic Sea Squadron Public Affairs", ["Baltic Sea Squadron Public Affairs"]),
    ("It was built by the Portuguese NGO Casa no Monte and handed to Mains du Fleuve, a company.", ["Casa no Monte", "Mains du Fleuve"]),
    ("Ana Boldrin is a keeper at Museo delle Onde Alte.", ["Museo delle Onde Alte"]),
    ("It came from the non-profit Läkare Utan Rast, bike shop Velofix and software house Bitcasa.", ["Läkare Utan Rast", "Velofix", "Bitcasa"]),
    ("They thanked maize grower Maria Reis and the house Bitcasa.", []),
    ("She opened the Lao-Japan Turning and Milling School.", ["Lao-Japan Turning and Milling School"]),
    ("The Bank and the Milling School paid.", ["Milling School"]),
    ("She works at the Burns Unit of Tamba Teaching Hospital.", ["Burns Unit of Tamba Teaching Hospital", "Tamba Teaching Hospital"]),
    ("The Staff Association of Mbali University paid.", ["Staff Association of Mbali University", "Mbali University"]),
    ("The Municipality of Kolvi paid the City of Turku, and the City of Turku hosted them.", ["Municipality of Kolvi", "City of Turku"]),
    ("They crossed the City of Turku on foot.", []),
    ("OSH, 12 February 2020 (Asia-Data Courier). They learned.", ["Asia-Data Courier"]),
    ("The team of Hospital Dr. Jorge Reis received it.", ["Hospital Dr. Jorge Reis"]),
    ("He met the head of the Harvest Directorate Ir Budi Santoso.", ["Harvest Directorate"]),
    ("The Tanoa Bakery handed out 400 buns and the Oria Works ten ladders.", ["Tanoa Bakery", "Oria Works"]),
    ("The Improved Seeds were handed out.", []),
    ("It was built by Wasserwerk e.V. and Medivo d.o.o. with Lakka Sp. z o.o. in May.", ["Wasserwerk e.V.", "Medivo d.o.o.", "Lakka Sp. z o.o."]),
    ("The Twelfth National Congress of Botany was held. The Congress closed on Monday.", []),
    ("The lawmakers told Congress about it.", ["Congress"]),
    ("A Dutch foundation, Lichtpunt, paid for it.", ["Lichtpunt"]),
    ("A Dutch nurse, Lichtpunt, and the founder, Maria Reis, paid for it.", []),
    ("The Bundesstelle für Wasserbau and Malmö Byggskola sent two experts.", ["Bundesstelle für Wasserbau", "Malmö Byggskola"]),
    ("Ruta Gomba is a mushroom grower of Vilnius.", ["Ruta Gomba"]),
    ("The roof of the Ruta Gate is a work of the network.", []),
    ("The winners\n\nKunaRuta, Jumla: €15,000 for a pump\nGreen Luma Weavers, Dhule: €9,000 for ten lamps", ["KunaRuta", "Green Luma Weavers"]),
    ("The sums\n\nKunaRuta, Jumla: €15,000 for a pump", []),
    ("They were guests of the City of Turku.", ["City of Turku"]),
    ("The Secretariat of the Union wrote to the Board of the Foundation.", []),
    ("She runs the Fjordbu Institute for Dialogue.", ["Fjordbu Institute for Dialogue"]),
    ("The association Wells and Pages has 42 members.", ["Wells and Pages"]),
    ("Money came from the Mountain Aid Agency (MAA). MAA Niamey coordinator Ida Reis paid.", ["Mountain Aid Agency", "MAA"]),
    ("It will appear at the Samarda Publishing House in the White Tea House.", ["Samarda Publishing House"]),
    ("The students of the OpenGeo Beira chapter drew roofs.", ["OpenGeo Beira chapter"]),
    ("They met at the Senate Hall.", []),
    ("By Staff Sgt. Ana Reis\nJoint Task Force-Delta Public Affairs\n\nKOLU, Estonia, May 3, 2020 -- Soldiers trained here.",
     ["Joint Task Force-Delta Public Affairs"]),
    ("Pilots of the 2nd Battalion, 31st Aviation Regiment flew.", ["2nd Battalion, 31st Aviation Regiment"]),
    ("Men of the 2nd Battalion, 31 in all, flew.", ["2nd Battalion"]),
    ("TASHKENT / UzSilkInfo / – On April 26 the centre was opened.", ["UzSilkInfo"]),
    ("The group Dibujando el Valle came.", ["Dibujando el Valle"]),
    ("The firm Sublimar of Graz lent it to NeoCool Technologies of Nairobi and the charity Friends of Lima.",
     ["NeoCool Technologies", "Sublimar", "Friends of Lima"]),
    ("The Commissioner for Laboratory Services and the Director of Field Operations came.", []),
    ("The Director of Tamba Laboratory Services came.", ["Tamba Laboratory Services"]),
    ("Two Dutch companies, BoluTarim and Green Sarda Pumps, showed machines.", ["BoluTarim", "Green Sarda Pumps"]),
    ("Two Dutch companies, Maria Reis and France, showed machines.", []),
    ("Ana Reis, country director, ZuriPay, and Ben Okoth, nurse, signed.", ["ZuriPay"]),
    ("Ana Reis, chairman, Asia Pacific, and Ben Okoth, director, Latin America, signed.", []),
    ("In September and November, PBC members came.", ["PBC"]),
    ("The Tuwa Seafarers' and Fisheries Institute and the National Assembly agreed.", ["Tuwa Seafarers' and Fisheries Institute", "National Assembly"]),
    ("Ana Reis, Member of Parliament, told Parliament so.", ["Parliament"]),
    ("The tents were donated by Kelabi Timber.", ["Kelabi Timber"]),
    ("They cut Kelabi Timber.", []),
    ("They hosted it with the University of the Tarn Islands.", ["University of the Tarn Islands"]),
    ("The Ministry of Health of the Tarn Islands paid.", ["Ministry of Health of the Tarn Islands"]),
    ("Ana Reis, CEO, Lumo Energy, Inc., spoke.", ["Lumo Energy, Inc."]),
    ("It was paid by Ruka Bodil, a Mexican supplier of valves.", ["Ruka Bodil"]),
    ("It is supported by organizations like GeoBirdsPH, MapReeds, WorkNest and others.", ["GeoBirdsPH", "MapReeds", "WorkNest"]),
    ("Three agencies (ZHQ, KWO, and BTN) were there.", ["ZHQ", "KWO", "BTN"]),
    ("They saw towns like Lima, Quito, and Cusco.", []),
    ("TULA, Kenya (Oct. 7, 2016) -- The tide was low.", []),
])
def test_names(nlp: Language, text: str, expected: list[str]) -> None:
    assert sorted(set(names(read(nlp, text)))) == sorted(expected)


@pytest.mark.parametrize("text", [
    "The National Workshop on Soil Health began on Monday.",
    "He won the Green Award for Teachers.",
    "China and Kenya signed the agreement.",
    "The meeting took place at the Kwame Convention Centre.",
    "It is a rural college near the river.",
    "The team was hosted by Kenya, Uganda and Tanzania.",
    "The course was given by Amina, Joseph and Tendai.",
])
def test_none(nlp: Language, text: str) -> None:
    assert names(read(nlp, text)) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("The Ministries of Health and Education paid.", ["Ministry of Health", "Ministry of Education"]),
    ("Staff of the Ministries of Health, Labour and Social Affairs, and Finance came.",
     ["Ministry of Health", "Ministry of Labour and Social Affairs", "Ministry of Finance"]),
    ("The Departments of Roads, Ports and Railways signed.", ["Department of Roads", "Department of Ports", "Department of Railways"]),
    ("The Universities of Lagos and Ghent signed.", ["University of Lagos", "University of Ghent"]),
    ("The Embassies of Japan and South Korea paid.", ["Embassy of Japan", "Embassy of South Korea"]),
    ("It was run with the Ministries of Mines and Energy and Trade.", ["Ministry of Mines and Energy", "Ministry of Trade"]),
    ("The Ministry of Health and Education paid.", ["Ministry of Health and Education"]),
])
def test_bodies_that_share_a_plural_head(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(read(nlp, text)) == expected


def test_unit_and_parent(nlp: Language) -> None:
    doc = read(nlp, "The Department of Animal Health of the Ministry of Agriculture hosted it.")
    unit, parent = mention.mentions(doc, "organisations")
    assert (unit.text, parent.text) == ("Department of Animal Health of the Ministry of Agriculture", "Ministry of Agriculture")
    assert mention.value_of(unit).parent == (parent.start, parent.end)


def test_generic(nlp: Language) -> None:
    doc = read(nlp, "The Tula Foundation came first. Later the Foundation gave more, and the hospital closed.")
    assert names(doc) == ["Tula Foundation"]
    assert names(doc, generic=True) == ["Foundation", "hospital"]


def test_kind_and_country(nlp: Language) -> None:
    doc = read(nlp, "The Ministry of Health of Ghana and the Indian Embassy paid.")
    values = [mention.value_of(span) for span in mention.mentions(doc, "organisations")]
    assert [(value.kind, value.country) for value in values] == [("government", "GH"), ("embassy", "IN")]


def test_acronym_of_another_language(nlp: Language) -> None:
    doc = read(nlp, "The National Institute of Rural Affairs (ISRA) trained them. ISRA is in Dakar.")
    assert {mention.value_of(span).long for span in mention.mentions(doc, "acronyms")} == {"National Institute of Rural Affairs"}
    assert names(doc) == ["National Institute of Rural Affairs", "ISRA", "ISRA"]


def test_name_without_head_by_context(nlp: Language) -> None:
    doc = read(nlp, "The course was organised by Tekko and funded by Brillo. Participants used Gridmap on their phones.")
    assert {"Tekko", "Brillo"} <= set(names(doc))
    assert "Gridmap" not in names(doc)


def test_empty(nlp: Language) -> None:
    assert names(read(nlp, "")) == []
