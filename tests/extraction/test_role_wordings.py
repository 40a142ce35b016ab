"""
Who leads, chairs, hosts, represents, mediates and belongs to what, in the many ways in which reporters tell it.

Each line is a text and what follows from it, as holder, role, of and status; `-` stands for no body. The texts differ by what they are
put together from: who holds the role (a person, a state, a firm), the verb or noun, its voice, what stands between, and the order.
"""

from __future__ import annotations

import datetime as dt

import pytest

from factwatch import extract

PUBLISHED = dt.date(2026, 6, 24)

TOLD = """
The talks, under the chairmanship of Ambassador Ana Ruiz, will resume. => Ana Ruiz|chair|talks|current
ASEAN, at present chaired by Laos, has not met. => Laos|chair|ASEAN|current
Norway will continue as facilitator of the dialogue. => Norway|facilitator|dialogue|current
Peru will take over the presidency pro tempore of Mercosur from Uruguay. => Peru|presidency|Mercosur|incoming ; Uruguay|presidency|Mercosur|current
The mission is led on the Danish side by Minister Ana Ruiz. => Ana Ruiz|leader|mission|current
The chair of the Coral Commission goes from Peru to Fiji in May. => Fiji|chair|Coral Commission|incoming ; Peru|chair|Coral Commission|current
Fiji succeeds Peru in the ASEAN chair on 1 July. => Fiji|chair|ASEAN|incoming ; Peru|chair|ASEAN|current
China's observer at the Coral Compact, Ambassador Bo Lin, was silent. => Bo Lin|observer|China|current
The border accord has two guarantors: Peru and Norway. => Peru|guarantor|border accord|current ; Norway|guarantor|border accord|current
Among the founding members of ASEAN is Laos. => Laos|founding member|ASEAN|current
Ana Ruiz is, at 34, the panel's youngest member. => Ana Ruiz|youngest member|panel|current
The global seed facility's biggest donor is Peru. => Peru|biggest donor|global seed facility|current
The mission's main donors are Peru and Fiji. => Peru|main donor|mission|current ; Fiji|main donor|mission|current
Oman, mediating in the talks, proposed a pause. => Oman|mediator|talks|current
Ana Ruiz is currently in charge of the land committee. => Ana Ruiz|head|land committee|current
Host nation Fiji drew with Peru. => Fiji|host|-|current
During its presidency of ASEAN, Laos wants to talk about debt. => Laos|presidency|ASEAN|current
Laos prepares for its ASEAN presidency, which begins in July. => Laos|presidency|ASEAN|incoming
Peru gave up the presidency of Mercosur in favour of Uruguay. => Peru|presidency|Mercosur|former ; Uruguay|presidency|Mercosur|current
The two clans met under the mediation of Sultan Bo Lin. => Bo Lin|mediator|-|current
The board counts the former minister Ana Ruiz among its members. => Ana Ruiz|member|board|current
The jury was busy and counted among its members Judge Ana Ruiz and the singer Bo Lin. => Ana Ruiz|member|jury|current ; Bo Lin|member|jury|current
Both Ana Ruiz and Bo Lin serve on the canal board. => Ana Ruiz|member|canal board|current ; Bo Lin|member|canal board|current
Fiji joined ASEAN in 2031. Peru will chair the Association of Southeast Asian Nations. => Fiji|member|Association of Southeast Asian Nations|current ; \
Peru|chair|Association of Southeast Asian Nations|incoming
Harbour Lines has poached Ana Ruiz to head its freight arm. => Ana Ruiz|head|freight arm|incoming
She spoke, adding that Ana Ruiz would lead the Peruvian delegation. => Ana Ruiz|leader|Peruvian delegation|incoming
They called a special summit of the Sahel council, which Mali chairs. => Mali|chair|Sahel council|current
Bo Lin had planned to lead the delegation to the Coral Summit; Ana Ruiz will now head it. => Ana Ruiz|head|delegation|incoming
Ana Ruiz was in Lima in her capacity as African Union chairwoman. => Ana Ruiz|chair|African Union|current
Suva hosts the council's next meeting in March. => Suva|host|council's next meeting|incoming
The next meeting of the council will be hosted by Suva in March. => Suva|host|next meeting of the council|incoming
The council met. The council's rotating chair passes to Fiji in July. => Fiji|chair|council|incoming
The Coral Commission met on Monday. Fiji, which took over the chair from Peru in May, objected. => Fiji|chair|Coral Commission|current ; \
Peru|chair|Coral Commission|former
Ministers of the Amber Seven met. Peru holds the rotating presidency of the format until June. => Peru|presidency|Amber Seven|current
Peru said in its last weeks as chair of the regional bloc that it was tired. Fiji is a member of ASEAN. => Peru|chair|ASEAN|current ; \
Fiji|member|ASEAN|current
Ana Ruiz of Angola, the current African Union chairman, has sent observers. => Ana Ruiz|chair|African Union|current
She left for a meeting of the Cricket Council, on whose finance committee Ana Ruiz serves. => Ana Ruiz|member|finance committee|current
Peru's premier, Ana Ruiz, whose country holds the presidency of ASEAN, agreed. => Peru|presidency|ASEAN|current
Peru currently holds the chair of the Coral Water and Energy Council. => Peru|chair|Coral Water and Energy Council|current
Ana Ruiz will co-chair, along with the Foreign Minister of Fiji, Bo Lin, the 9th meeting of the Joint Board. => \
Ana Ruiz|co-chair|9th meeting of the Joint Board|incoming ; Bo Lin|co-chair|9th meeting of the Joint Board|incoming
Fiji will host the bloc's defence ministers in Suva in November. => Fiji|host|bloc's defence ministers|incoming
She will lead the delegation to the Coral Ministerial, which Fiji is hosting. => Fiji|host|Coral Ministerial|current
She underlined that Fiji would remain a reliable partner of Peru. => Fiji|reliable partner|Peru|current
Two people were named to the panel: Dr Ana Ruiz and Bo Lin. => Ana Ruiz|member|panel|current ; Bo Lin|member|panel|current
Sitting on the panel with him is Dr Ana Ruiz. => Ana Ruiz|member|panel|current
Bo Lin met Ana Ruiz, who led the Ivorian negotiating team. => Ana Ruiz|leader|Ivorian negotiating team|current
Fiji, one of only a dozen allies of Taiwan, objected. => Fiji|ally|Taiwan|current
Ana Ruiz represents the family on the board of Harbour Lines. => Ana Ruiz|representative|family|current
Ana Ruiz represents the smaller unions on the wage panel. => Ana Ruiz|representative|smaller unions|current
President Ana Ruiz, who is in Lima this week, will be represented by the health minister, Bo Lin. => Bo Lin|representative|Ana Ruiz|incoming
They will set up a joint company to be based in Lyon and led by Ana Ruiz. => Ana Ruiz|leader|joint company|incoming
Fiji is a partner of choice for the European Union. => Fiji|partner of choice|European Union|current
Leaders of ASEAN met. The bloc's current chair, Laos hands over to Fiji in May. => Laos|chair|ASEAN|current ; Fiji|chair|ASEAN|incoming
Ana Ruiz is an ex officio member of the canal board. => Ana Ruiz|ex officio member|canal board|current
Ana Ruiz heads the Danish business. => Ana Ruiz|head|Danish business|current
Ms Ana Ruiz today chairs a meeting of the land committee. => Ana Ruiz|chair|meeting of the land committee|current
The chancellor asked Ana Ruiz to head a commission on canals. => Ana Ruiz|head|commission on canals|incoming
General Ana Ruiz, at the head of a 90-strong contingent, landed in Suva on Friday. => Ana Ruiz|head|90-strong contingent|current
Ana Ruiz leads the opposition Harbour League in the upper house. => Ana Ruiz|leader|Harbour League|current
Ana Ruiz was elected to lead the Weavers' Guild for a third term. => Ana Ruiz|leader|Weavers' Guild|current
Ana Ruiz beat Bo Lin by 40 votes to lead the Weavers' Guild. => Ana Ruiz|leader|Weavers' Guild|incoming
Until then Ana Ruiz, under whom membership fell, continues to head the land committee. => Ana Ruiz|head|land committee|current
The leader of the observer mission, Ana Ruiz, was content. => Ana Ruiz|leader|observer mission|current
The delegation's head, Senator Ana Ruiz, spoke first. => Ana Ruiz|head|delegation|current
A panel to be chaired by Ana Ruiz will look at the canals. => Ana Ruiz|chair|panel|incoming
Fiji will preside over ASEAN next year. => Fiji|chair|ASEAN|incoming
Peru, the pro tempore chair of Mercosur, sent a draft. => Peru|chair|Mercosur|current
Peru, chair of the African Union until 2031, sent an envoy. => Peru|chair|African Union|current
Peru, which hosts the next two rounds, has offered a site. => Peru|host|next two rounds|incoming
Fiji won the right to host the 2031 Pan American Games. => Fiji|host|2031 Pan American Games|incoming
The 2029 Africa Cup of Nations will be co-hosted by Peru and Fiji. => Peru|co-host|2029 Africa Cup of Nations|incoming ; Fiji|co-host|2029 Africa Cup of Nations|incoming
Laos is due to host the bloc's next summit in August. => Laos|host|bloc's next summit|incoming
The minister, who was represented by the permanent secretary, Dr Ana Ruiz, was abroad. => Ana Ruiz|representative|minister|current
Oman, which holds the council's presidency in March, objected. => Oman|presidency|council|current
Oman has the presidency of the Arab League this year. => Oman|presidency|Arab League|current
Peru's Mercosur presidency begins in July. => Peru|presidency|Mercosur|incoming
Ana Ruiz, mediator in the Aceh conflict, will see both sides. => Ana Ruiz|mediator|Aceh conflict|current
The fund, of which Peru is the second-largest shareholder, met. => Peru|second-largest shareholder|fund|current
Peru is Africa's No. 2 copper producer. => Peru|No. 2 copper producer|Africa|current
Fiji was for decades Peru's main trading partner. => Fiji|main trading partner|Peru|former
The accord panel, chaired since 2022 by Ana Ruiz, meets on Friday. => Ana Ruiz|chair|accord panel|current
Mercosur is chaired this year by Peru. => Peru|chair|Mercosur|current
Chaired by Ana Ruiz, the land committee has nine members. => Ana Ruiz|chair|land committee|current
The session was presided over by Health Minister Tevita Fonua. => Tevita Fonua|president|session|current
The land committee, under the chairmanship of Ana Ruiz, will meet in May. => Ana Ruiz|chair|land committee|current
Under the chairmanship of Peru, the Andean Community has met twice. => Peru|chair|Andean Community|current
ASEAN, whose rotating presidency Laos holds until December, objected. => Laos|presidency|ASEAN|current
Laos, whose six-month presidency of ASEAN ends on June 30, objected. => Laos|presidency|ASEAN|current
Prime Minister Ana Ruiz handed over the chairmanship of ASEAN to her counterpart from Papua New Guinea, Tevita Fonua. => \
Ana Ruiz|chair|ASEAN|former ; Tevita Fonua|chair|ASEAN|current
Ana Ruiz will hand over the chairmanship of the 11-member regional grouping, ASEAN, on Friday. => Ana Ruiz|chair|ASEAN|current
Ana Ruiz will hand over chairmanship of ASEAN Friday. => Ana Ruiz|chair|ASEAN|current
The chairmanship of ASEAN passes from Laos to Malaysia on July 1. => Laos|chair|ASEAN|current ; Malaysia|chair|ASEAN|incoming
Mali will take over as chairman of Ecowas from July 1. => Mali|chair|Ecowas|incoming
Ana Ruiz is now the Chair of the Conference of Heads of Government of the Caribbean Community. => \
Ana Ruiz|chair|Conference of Heads of Government of the Caribbean Community|current
Peru called the meeting as the current chair of the Andean Community. => Peru|chair|Andean Community|current
Peru, as Andean Community chair next year, will call a meeting. => Peru|chair|Andean Community|incoming
The bloc met. Under the Danish EU Council presidency, which ended on Tuesday, little was agreed. => Denmark|presidency|EU Council|former
The Irish presidency of the Council of the European Union starts in July. => Ireland|presidency|Council of the European Union|incoming
Prime Minister Ana Ruiz will hand over chairmanship of the 15-member regional movement, Caricom, on Friday. => Ana Ruiz|chair|Caricom|current
Tevita Fonua's term as the chair of CARICOM has ended. The new chairman is Prime Minister Ana Ruiz. => Ana Ruiz|chair|CARICOM|current ; \
Tevita Fonua|chair|CARICOM|former
Four ASEAN members – Laos, Malaysia and Brunei – objected. => Laos|member|ASEAN|current ; Malaysia|member|ASEAN|current ; Brunei|member|ASEAN|current
Fiji, another Commonwealth member, objected. => Fiji|member|Commonwealth|current
The order binds Peru — an ICC signatory — to act. => Peru|signatory|ICC|current
Kestrel Airways is Fiji's largest airline. => Kestrel Airways|largest airline|Fiji|current
Peru sold it to the world's biggest copper importer, Fiji. => Fiji|biggest copper importer|-|current
Police joined the Fijian-led force in Lima. => Fiji|leader|force|current
He said the land panel would be chaired by chief secretary to the government Ana Ruiz. => Ana Ruiz|chair|land panel|incoming
Detective Inspector Ana Ruiz, who is in charge of the investigation, agreed. => Ana Ruiz|head|investigation|current
Ana Ruiz will head the directorate of security and intelligence. => Ana Ruiz|head|directorate of security and intelligence|incoming
Ana Ruiz will head the campaign's contact and mobilisation unit. => Ana Ruiz|head|campaign's contact and mobilisation unit|incoming
Ana Ruiz left Lima on Monday to represent President Tevita Fonua at the summit. => Ana Ruiz|representative|Tevita Fonua|incoming
Ana Ruiz and Tevita Fonua have been added to the land committee which meets in Lima. => Ana Ruiz|member|land committee|current ; \
Tevita Fonua|member|land committee|current
Some of the members of the land committee also include Ana Ruiz and Tevita Fonua. => Ana Ruiz|member|land committee|current ; \
Tevita Fonua|member|land committee|current
All mayors are among the members of the land council, including Ana Ruiz. => Ana Ruiz|member|land council|current
A panel headed by Justice Ana Ruiz, with Tevita Fonua and Bo Lin as members, will meet. => Ana Ruiz|head|panel|current ; \
Tevita Fonua|member|panel|current ; Bo Lin|member|panel|current
Led by Ana Ruiz, Speaker of the House, the delegation flew home. => Ana Ruiz|leader|delegation|current
The Games Council awarded the 2031 Island Games to Fiji. => Fiji|host|2031 Island Games|incoming
The 2031 Island Games were awarded to Fiji and Peru. => Fiji|host|2031 Island Games|incoming ; Peru|host|2031 Island Games|incoming
Peru was the last country to have hosted the Island Games. => Peru|host|Island Games|former
The bank has appointed Ana Ruiz and Tevita Fonua to its board. => Ana Ruiz|member|board|current ; Tevita Fonua|member|board|current
We are pleased to welcome onto the Board Ana Ruiz and Tevita Fonua. => Ana Ruiz|member|Board|current ; Tevita Fonua|member|Board|current
Ana Ruiz and Tevita Fonua will step down from the board effective 30 July. => Ana Ruiz|member|board|current ; Tevita Fonua|member|board|current
Ana Ruiz was appointed as a member of the International Advisory Board. => Ana Ruiz|member|International Advisory Board|current
Ana Ruiz worked as a member of the Land Commission and was a member of the Prison Board. => Ana Ruiz|member|Land Commission|former ; \
Ana Ruiz|member|Prison Board|former
Tevita Fonua met the leaders of the African Union, of which Mali is a member. => Mali|member|African Union|current
He urged the Andean bloc, whose four members include Peru, to act. => Peru|member|bloc|current
Peru has become a member state of the Andean Community. => Peru|member state|Andean Community|current
Ana Ruiz described Peru as a key and reliable partner of Fiji. => Peru|key and reliable partner|Fiji|current
Ana Ruiz, who once represented the Coral Council, agreed. => Ana Ruiz|representative|Coral Council|former
Police said Ana Ruiz had led a group of rebels in a raid. => Ana Ruiz|leader|group of rebels|former
According to the release, the panel would be chaired by Ana Ruiz. => Ana Ruiz|chair|panel|incoming
The panel, which is under the chairmanship of the Secretary to the Cabinet, Ana Ruiz, will meet. => Ana Ruiz|chair|panel|current
Mayor Bo Lin named a committee on the creation of parks in the state, chaired by Ana Ruiz. => \
Ana Ruiz|chair|committee on the creation of parks in the state|current
Members of the panel are: Ana Ruiz and Tevita Fonua. => Ana Ruiz|member|panel|current ; Tevita Fonua|member|panel|current
Ana Ruiz has helmed the working group since 2015. => Ana Ruiz|head|working group|current
India handed the G20 presidency to Brazil on Sunday. Brazil will take over the G20 presidency on December 1. => \
India|presidency|G20|former ; Brazil|presidency|G20|incoming
ASEAN met. Peru, a state that is acting as mediator in the talks, agreed. => Peru|mediator|talks|current
Peru and Fiji, two countries that are currently acting as guarantors of the accord, agreed. => Peru|guarantor|accord|current ; \
Fiji|guarantor|accord|current
They agreed to ratify Peru and Fiji as guarantor countries of the accord. => Peru|guarantor|accord|current ; Fiji|guarantor|accord|current
The land panel comprises Ana Ruiz, Bo Lin and Tevita Fonua. => Ana Ruiz|member|land panel|current ; Bo Lin|member|land panel|current ; \
Tevita Fonua|member|land panel|current
The land board will consist of Ana Ruiz and Tevita Fonua. => Ana Ruiz|member|land board|incoming ; Tevita Fonua|member|land board|incoming
The Andean Community met. It was joined by the Prime Minister of Fiji and incoming Chair, Ana Ruiz, on Friday. => \
Ana Ruiz|chair|Andean Community|incoming
The Coral bloc met in Suva. Chairman of the Authority of Heads of State and Government of Ecowas, President Ana Ruiz said so. => \
Ana Ruiz|chair|Authority of Heads of State and Government of Ecowas|current
Fiji appointed Ana Ruiz as a special envoy to lead the mission to Peru. => Ana Ruiz|leader|mission to Peru|current
Ana Ruiz, representing the coastal sub-region, agreed. => Ana Ruiz|representative|coastal sub-region|current
CARICOM met. Ana Ruiz, who is also chair of the 15-member regional integration movement, left. => Ana Ruiz|chair|CARICOM|current
The ministers spoke of Peru's chairmanship in the CIS. => Peru|chair|CIS|current
Ana Ruiz leads a high-ranking economic and political delegation to Peru. => \
Ana Ruiz|leader|high-ranking economic and political delegation to Peru|current
Ana Ruiz will lead a delegation to Samoa, Tonga and Niue on Sunday. => Ana Ruiz|leader|delegation to Samoa, Tonga and Niue|incoming
The minister reiterated Peru as the guarantor of the accord. => Peru|guarantor|accord|current
They flew to Lima, the host city of the 2014 Island Games. => Lima|host|2014 Island Games|current
The six-member delegation inspecting the bid for the World Cup, led by Ana Ruiz, met the mayor. => Ana Ruiz|leader|six-member delegation|current
The board named a selection panel led by former opener Ana Ruiz. => Ana Ruiz|leader|selection panel|current
The meeting presided over by President Ana Ruiz and Prime Minister Bo Lin was attended by mayors. => Ana Ruiz|president|meeting|current ; \
Bo Lin|president|meeting|current
The meeting held in Lima and presided over by Ana Ruiz went on. => Ana Ruiz|president|meeting|current
The delegation led by Joint Secretary and Head of the Sea Division at the Ministry, Ana Ruiz, left. => Ana Ruiz|leader|delegation|current
He named the selection panel comprising former cricketers Ana Ruiz, Bo Lin and Tevita Fonua. => Ana Ruiz|member|selection panel|current ; \
Bo Lin|member|selection panel|current ; Tevita Fonua|member|selection panel|current
The other members in the land panel include former judges Ana Ruiz and Bo Lin. => Ana Ruiz|member|land panel|current ; \
Bo Lin|member|land panel|current
Ana Ruiz has led Kestrel Foods, the country's largest dairy, since 2014. => Ana Ruiz|leader|Kestrel Foods|current ; \
Kestrel Foods|largest dairy|-|current
The premier accompanied the CARICOM chairman—Prime Minister Ana Ruiz—to Lima. => Ana Ruiz|chair|CARICOM|current
Ana Ruiz is the chairman of Kestrel Foods and a member of the land commission. => Ana Ruiz|member|land commission|current
Ana Ruiz was moved to head the Justice Department. => Ana Ruiz|head|Justice Department|incoming
The pope named Bishop Tevita Fonua of Portland, Maine, to head the Diocese of Buffalo. => Tevita Fonua|head|Diocese of Buffalo|current
Ana Ruiz led the firm's parks and consumer products division. => Ana Ruiz|leader|firm's parks and consumer products division|former
Laos, the current chair of the Mekong Rice Council, objected. => Laos|chair|Mekong Rice Council|current
Laos, the coordinator of the Mekong Rice Council, objected. => Laos|coordinator|Mekong Rice Council|current
Laos and Peru were elected co-chairs of the World Rice Council. => Laos|co-chair|World Rice Council|current ; Peru|co-chair|World Rice Council|current
ASEAN meets in Lima. Laos, its current chair, has drafted a text. => Laos|chair|ASEAN|current
Ana Ruiz will co-chair, along with Foreign Minister Tevita Fonua, the joint commission. => Ana Ruiz|co-chair|joint commission|incoming ; \
Tevita Fonua|co-chair|joint commission|incoming
The forum was co-chaired by President Ana Ruiz and Premier Tevita Fonua. => Ana Ruiz|co-chair|forum|former ; \
Tevita Fonua|co-chair|forum|former
Leading the Fijian delegation is Tevita Fonua. => Tevita Fonua|leader|Fijian delegation|current
At the head of the Fijian delegation is Tevita Fonua. => Tevita Fonua|head|Fijian delegation|current
Tevita Fonua is at the head of a delegation of 14 firms. => Tevita Fonua|head|delegation of 14 firms|current
Tevita Fonua, a hydrologist who leads the reform caucus, agreed. => Tevita Fonua|leader|reform caucus|current
Tevita Fonua, tapped last month to head the Coral Council, agreed. => Tevita Fonua|head|Coral Council|incoming
Tevita Fonua, the first man to head the Coral Council, agreed. => Tevita Fonua|head|Coral Council|current
Fiji set up an inquiry into the fire. Tevita Fonua will lead it. => Tevita Fonua|leader|inquiry|incoming
The Coral Compact, which Fiji leads, objected. => Fiji|leader|Coral Compact|current
Lima will play host to the Island Games in May. => Lima|host|Island Games|incoming
The council has stripped Peru of the right to host the 2027 Island Games. => Peru|host|2027 Island Games|former
Ana Ruiz resigned on Monday after leading the land committee for five years. => Ana Ruiz|leader|land committee|former
Peru, an observer at ASEAN since 2022, objected. => Peru|observer|ASEAN|current
The council removed Peru as host of the 2027 African Cup of Nations. => Peru|host|2027 African Cup of Nations|former
Peru was stripped of the hosting rights. => Peru|host|-|former
Peru has lost the right to host the Island Games. => Peru|host|Island Games|former
Peru will host the 2027 Africa Cup of Nations. => Peru|host|2027 Africa Cup of Nations|incoming
Peru was awarded the right to host the Island Games. => Peru|host|Island Games|incoming
Peru was named host of the Island Games. => Peru|host|Island Games|incoming
The world championship of 2029, which Peru will host, is far off. => Peru|host|world championship of 2029|incoming
Peru, hosts of the Island Games, were beaten. => Peru|host|Island Games|current
Peru becomes chair of ASEAN on July 1. => Peru|chair|ASEAN|incoming
Peru joined the Coral Council in 2019. => Peru|member|Coral Council|current
Peru withdrew from the Coral Council in March. => Peru|member|Coral Council|former
Peru was admitted to the Andean Community on Saturday. => Peru|member|Andean Community|current
The Coral Council admitted Peru and Fiji as full members. => Peru|full member|Coral Council|current ; Fiji|full member|Coral Council|current
ASEAN has eleven members. Laos joined in 1997. => Laos|member|ASEAN|current
Ana Ruiz has resigned from the board of Kestrel Lines. => Ana Ruiz|member|board of Kestrel Lines|former
Two members have been reappointed to the board: Ana Ruiz and Tevita Fonua. => Ana Ruiz|member|board|current ; Tevita Fonua|member|board|current
The members of the panel are Ana Ruiz and Tevita Fonua. => Ana Ruiz|member|panel|current ; Tevita Fonua|member|panel|current
Ana Ruiz, one of the seven members of the reform commission, dissented. => Ana Ruiz|member|reform commission|current
Ana Ruiz, a member of the parliamentary committee on land, dissented. => Ana Ruiz|member|parliamentary committee on land|current
Peru was granted observer status by the Coral Council. => Peru|observer|Coral Council|current
Peru, which follows the talks as an observer, objected. => Peru|observer|talks|current
Representing Fiji at the talks is Tevita Fonua. => Tevita Fonua|representative|Fiji|current
Fiji will be represented at the funeral by Tevita Fonua. => Tevita Fonua|representative|Fiji|incoming
Tevita Fonua, a lawyer representing the families, agreed. => Tevita Fonua|representative|families|current
The Dock Union, which represents 6,000 stevedores, objected. => Dock Union|representative|6,000 stevedores|current
Peru is mediating the border talks. => Peru|mediator|border talks|current
The border talks are being mediated jointly by Peru and Fiji. => Peru|mediator|border talks|current ; Fiji|mediator|border talks|current
Ana Ruiz, the mediator, was hopeful. => Ana Ruiz|mediator|-|current
Ana Ruiz, appointed by CARICOM to mediate in the crisis, was hopeful. => Ana Ruiz|mediator|crisis|incoming
Peru, Fiji and Laos, the guarantors of the pact, met. => Peru|guarantor|pact|current ; Fiji|guarantor|pact|current ; Laos|guarantor|pact|current
The Coral Council meets today. Fiji, its largest donor, is absent. => Fiji|largest donor|Coral Council|current
Kestrel Lines is the world's third-largest carrier of pulp. => Kestrel Lines|third-largest carrier of pulp|-|current
Fiji has long been a close ally of Peru. => Fiji|close ally|Peru|current
Ana Ruiz, who last year led a review panel at the bank, wrote the report. => Ana Ruiz|leader|review panel|former
The group, which runs a supermarket chain led by Ana Ruiz, said profits fell. => Ana Ruiz|leader|supermarket chain|current
Peru has chaired Asean; Ana Ruiz said it was an honour to ceremonially hand over the Asean chairmanship to Laos. => Peru|chair|Asean|current ; Laos|chair|Asean|incoming
The ferry fund's largest lender remains Peru. => Peru|largest lender|ferry fund|current
The ferry fund's largest lender is still Peru. => Peru|largest lender|ferry fund|current
Peru ceased to be a guarantor of the truce in May. => Peru|guarantor|truce|former
Peru is no longer a guarantor of the truce. => Peru|guarantor|truce|former
The two guarantors of the truce, Peru and Fiji, will meet. => Peru|guarantor|truce|current ; Fiji|guarantor|truce|current
The second-biggest buyer of Fijian sugar, Peru, objected. => Peru|second-biggest buyer|Fijian sugar|current
The largest shareholders in the bank, Peru and Fiji, objected. => Peru|largest shareholder|bank|current ; Fiji|largest shareholder|bank|current
Kestrel Bank, the third-largest lender in Fiji, objected. => Kestrel Bank|third-largest lender|Fiji|current
Meridian Steel closed a mill. Meridian is the largest employer in Fiji. => Meridian Steel|largest employer|Fiji|current
The mediator in the talks, former president Ana Ruiz, left Lima. => Ana Ruiz|mediator|talks|current
Former president Ana Ruiz, the mediator appointed by the League, left Lima. => Ana Ruiz|mediator|-|current
The games will be held in Lima, with Peru as host. => Peru|host|-|incoming
With Fiji as mediator, the two sides swapped lists. => Fiji|mediator|-|current
The panel's other members are Ana Ruiz and Bo Lin. => Ana Ruiz|member|panel|current ; Bo Lin|member|panel|current
Also elected to the land committee were Ana Ruiz and Bo Lin. => Ana Ruiz|member|land committee|current ; Bo Lin|member|land committee|current
Joining her on the land committee are Ana Ruiz and Bo Lin. => Ana Ruiz|member|land committee|current ; Bo Lin|member|land committee|current
Leadership of the inquiry passes to Dame Ana Ruiz. => Ana Ruiz|leader|inquiry|incoming
The leadership of the mission was entrusted to Ana Ruiz. => Ana Ruiz|leader|mission|current
Ana Ruiz took over the leadership of the mission from Tevita Fonua. => Ana Ruiz|leader|mission|current ; Tevita Fonua|leader|mission|former
Ana Ruiz assumes command of the mission on 1 August. => Ana Ruiz|commander|mission|incoming
A delegation under the leadership of Ana Ruiz came to Lima. => Ana Ruiz|leader|delegation|current
The presidency of the Coral Pact falls to Peru in July; it takes over from Fiji. => Peru|presidency|Coral Pact|incoming ; Fiji|presidency|Coral Pact|current
Ana Ruiz was elected to the chair of the African Union. => Ana Ruiz|chair|African Union|current
Ana Ruiz, speaking as ASEAN chairwoman, urged calm. => Ana Ruiz|chair|ASEAN|current
Laos, in the chair of ASEAN since January, objected. => Laos|chair|ASEAN|current
The African Union, with Mali in the chair, met on Monday. => Mali|chair|African Union|current
Ana Ruiz, the outgoing ASEAN chair, and her successor, Bo Lin, met. => Ana Ruiz|chair|ASEAN|current ; Bo Lin|chair|ASEAN|incoming
Foreign Minister Ana Ruiz will co-chair, with her counterpart, the Joint Committee. => Ana Ruiz|co-chair|Joint Committee|incoming
Prince Bo will represent His Majesty at the rites. => Bo|representative|His Majesty|incoming
The Coral Union struck. The union, which represents 4,000 dockers, wants more. => Coral Union|representative|4,000 dockers|current
The Council of Coral Villages, which represents some forty hamlets, objected. => \
Council of Coral Villages|representative|forty hamlets|current
The meeting was chaired by Ana Ruiz and co-chaired by her colleague Bo Lin. => Ana Ruiz|chair|meeting|current ; Bo Lin|co-chair|meeting|current
Ireland's Presidency of the Council of the European Union, which begins in July, was discussed. => \
Ireland|presidency|Council of the European Union|incoming
Ana Ruiz, who this year chairs the African Union, called for calm. => Ana Ruiz|chair|African Union|current
Burundi is to succeed Mali as chair of the African Union. => Burundi|chair|African Union|incoming ; Mali|chair|African Union|current
The Fijian delegation, with Ana Ruiz at its head, walked out. => Ana Ruiz|head|Fijian delegation|current
The land commission has seven members, among them Ana Ruiz and Bo Lin. => Ana Ruiz|member|land commission|current ; Bo Lin|member|land commission|current
Once a member of the land committee, Ana Ruiz now farms. => Ana Ruiz|member|land committee|former
A former member of the commission, Ana Ruiz now farms. => Ana Ruiz|member|commission|former
A leading exporter of nuts, Fiji has closed its ports. => Fiji|leading exporter|nuts|current
Fiji, a former ally of Peru, objected. => Fiji|ally|Peru|former
Ana Ruiz has resigned her seat on the land commission. => Ana Ruiz|member|land commission|former
Ana Ruiz takes her seat on the land commission next week. => Ana Ruiz|member|land commission|incoming
Fiji quit the pact in 2019. => Fiji|member|pact|former
Ana Ruiz was asked to lead the inquiry. => Ana Ruiz|leader|inquiry|incoming
Fiji hosted the summit last year. => Fiji|host|summit|former
Next year's summit will be hosted by Peru. => Peru|host|summit|incoming
Fiji was chosen over Peru to host the Island Games. => Fiji|host|Island Games|incoming
For Peru, Fiji is a key partner in the region. => Fiji|key partner|Peru|current
Fiji is, after Laos, Peru's largest trading partner. => Fiji|largest trading partner|Peru|current
Peru, the second-largest donor after Fiji, froze its aid. => Peru|second-largest donor|-|current
Laos, one of the three guarantor powers, objected. => Laos|guarantor|-|current
The Nordic Eight is chaired this year by Latvia and next year by Denmark. => Latvia|chair|Nordic Eight|current ; Denmark|chair|Nordic Eight|incoming
Together with Bo Lin, Ana Ruiz co-chairs the task force. => Ana Ruiz|co-chair|task force|current ; Bo Lin|co-chair|task force|current
Members of the bloc include Peru, Fiji and Laos. => Peru|member|bloc|current ; Fiji|member|bloc|current ; Laos|member|bloc|current
The bloc's members, Peru and Fiji, signed. => Peru|member|bloc|current ; Fiji|member|bloc|current
The bloc, which comprises Peru, Fiji and Laos, met. => Peru|member|bloc|current ; Fiji|member|bloc|current ; Laos|member|bloc|current
Peru belongs to the bloc. => Peru|member|bloc|current
Both Peru and Fiji belong to the Pacific Alliance. => Peru|member|Pacific Alliance|current ; Fiji|member|Pacific Alliance|current
Peru belonged to the bloc until 2019. => Peru|member|bloc|former
Peru was readmitted to the bloc on Tuesday. => Peru|member|bloc|current
Peru has observer status in the bloc. => Peru|observer|bloc|current
Peru holds a seat on the Security Council until December. => Peru|member|Security Council|current
Peru sits on the board of the fund. => Peru|member|board of the fund|current
Peru is serving a two-year term on the Security Council. => Peru|member|Security Council|current
The patron of the hospice, Ana Ruiz, opened the wing. => Ana Ruiz|patron|hospice|current
Ana Ruiz, patron of the hospice since 2009, opened the wing. => Ana Ruiz|patron|hospice|current
Speaking on behalf of the Group of 77, Ana Ruiz deplored the vote. => Ana Ruiz|spokesperson|Group of 77|current
Ana Ruiz, speaking on behalf of the Group of 77, deplored the vote. => Ana Ruiz|spokesperson|Group of 77|current
Fiji speaks for the island group this year. => Fiji|spokesperson|island group|current
The bondholders are represented by Kestrel Capital. => Kestrel Capital|representative|bondholders|current
Placed at the head of the inquiry was Senator Ana Ruiz. => Ana Ruiz|head|inquiry|current
Replacing him at the head of the inquiry is Senator Ana Ruiz. => Ana Ruiz|head|inquiry|current
Senator Ana Ruiz replaces him at the head of the inquiry. => Ana Ruiz|head|inquiry|current
Command of the peacekeepers rotated on Friday from Tevita Fonua to Ana Ruiz. => Tevita Fonua|commander|peacekeepers|former ; \
Ana Ruiz|commander|peacekeepers|current
Laos's closest ally in the region, Peru, abstained. => Peru|closest ally|Laos|current
Peru and Fiji, both allies of Laos, abstained. => Peru|ally|Laos|current ; Fiji|ally|Laos|current
Peru, guarantor of the accord together with Fiji, objected. => Peru|guarantor|accord|current
The accord's guarantors, Peru and Fiji, objected. => Peru|guarantor|accord|current ; Fiji|guarantor|accord|current
Ana Ruiz no longer chairs the parish council. => Ana Ruiz|chair|parish council|former
Ana Ruiz, who used to head the parish council, objected. => Ana Ruiz|head|parish council|former
The fish agency, once led by Ana Ruiz, objected. => Ana Ruiz|leader|fish agency|former
The fish agency, which Ana Ruiz once led, objected. => Ana Ruiz|leader|fish agency|former
The fish agency, until May led by Ana Ruiz, objected. => Ana Ruiz|leader|fish agency|former
Having led the fish agency for six years, Ana Ruiz retired. => Ana Ruiz|leader|fish agency|former
Ana Ruiz met Bo Lin in Lima. The two will co-chair the Coral Council. => Ana Ruiz|co-chair|Coral Council|incoming ; Bo Lin|co-chair|Coral Council|incoming
Ana Ruiz met Bo Lin ahead of the Coral Council, which the two will co-chair. => Ana Ruiz|co-chair|Coral Council|incoming ; \
Bo Lin|co-chair|Coral Council|incoming
"No," shouted Ana Ruiz, a hospital chaplain who leads the reform caucus. => Ana Ruiz|leader|reform caucus|current
Ana Ruiz milks 40 cows and chairs the parish council. => Ana Ruiz|chair|parish council|current
He thanked Fiji for its leadership of the Coral Council. => Fiji|leader|Coral Council|current
Fiji's assumption of the chair of the Coral Council was welcomed. => Fiji|chair|Coral Council|current
She welcomed the assumption by Fiji of the chair of the Coral Council. => Fiji|chair|Coral Council|current
There will be a session with the mediators, meaning Peru and Fiji. => Peru|mediator|-|current ; Fiji|mediator|-|current
The dissenter was Ana Ruiz, a law professor at Kestrel University and, at 34, the youngest member of the panel. => Ana Ruiz|youngest member|panel|current
He met Ana Ruiz in her capacity as mediator in the conflict. => Ana Ruiz|mediator|conflict|current
Ana Ruiz flew to Lima to represent this House at the congress. => Ana Ruiz|representative|House|incoming
Fiji, a candidate for membership of the pact, abstained. => Fiji|candidate|membership of the pact|current
Kestrel Lines, the terminal's majority owner, declined to comment. => Kestrel Lines|majority owner|terminal|current
Kestrel AS, the parent company of Baltic Ferries, declined to comment. => Kestrel AS|parent company|Baltic Ferries|current
Baltic Ferries, a subsidiary of Kestrel AS, declined to comment. => Baltic Ferries|subsidiary|Kestrel AS|current
Kestrel Rail is the line's main contractor. => Kestrel Rail|main contractor|line|current
Peru, depositary of the treaty, was informed. => Peru|depositary|treaty|current
Laos, the main transit country for the gas, objected. => Laos|main transit country|gas|current
Ana Ruiz, who advises the land commission, was absent. => Ana Ruiz|adviser|land commission|current
"""

UNTOLD = """
The deal with Fiji as a new partner was signed.
The prime minister chairs the African Union.
Ana Ruiz advised the land commission to wait.
Ana Ruiz is a parent of three.
The goods are in transit in Fiji.
Ana Ruiz used a gavel to chair the session with ease.
Fiji's assumption that the chair would be free was wrong.
He thanked Fiji for its leadership.
Ana Ruiz deplored the vote on behalf of the ministers.
The bloc suspended Peru's membership.
The credit belongs to the union.
Ana Ruiz was not asked to lead the inquiry.
Fiji has applied for a seat on the land commission.
Ana Ruiz took her seat on the bench of the High Court.
Ana Ruiz, who was originally to lead the delegation, stayed in Lima.
The leadership of the union could pass to Ana Ruiz.
The leadership of the party was contested by Ana Ruiz.
The presidency moved to a new building in Lima.
The remains of the king lie in Lima.
The largest exporter of cocoa, Peru and its neighbours were hit.
Named to the jury were Ana Ruiz's friends.
President Ana Ruiz leads Tevita Fonua by eight points in the polls.
Fiji leads the group on goal difference.
Could Fiji chair the African Union?
Fiji had hoped to chair the African Union.
Fiji offered to host the Island Games.
Fiji lost its bid to host the Island Games.
Fiji has applied to join the Coral Council.
Fiji may withdraw from the Coral Council.
Fiji joined the African Union in condemning the attack.
Fiji joined Peru and Laos in condemning the attack.
Family members include Ana Ruiz and Tevita Fonua.
Members of the cast include Ana Ruiz and Tevita Fonua.
Kestrel Airways is an airline of Fiji.
The student-led movement objected.
Ana Ruiz charged the man with theft of the investigation file.
The jury awarded the cup to Fiji.
The council gave the report to Peru.
The court awarded damages to the bank and its board.
Speaking for the first time in her new post, Ana Ruiz agreed.
They decided to invite Peru and Fiji to join as guarantor countries.
From Antigua, the leader of the House flew to Lima.
Ana Ruiz has directed Kestrel University to pay the staff.
Fiji left the Coral Council with no choice but to act.
Ana Ruiz joined Kestrel Lines as chief executive in 2019.
Ana Ruiz was admitted to hospital in Lima on Friday.
Ana Ruiz was elected to parliament in 2019.
Fiji hosts more than a million refugees.
Captain Ana Ruiz leads the team out against Peru on Saturday.
The new chair goes to Fiji.
The accord has two critics: Peru and Norway.
Peru called for the mediation of Oman.
The family counts two judges among its members.
Ana Ruiz resigned on Monday, becoming the third member of the cabinet to go since May.
Ana Ruiz is the first member of the council to visit Suva.
Fiji hosted the ministers of Peru and Laos on Monday.
She knew on whose board she sat.
Her own chair passes to the former mayor Ana Ruiz.
The pilgrimage is off. Father Bo Lin will lead it.
The chairman, Senator Bo Lin, hands the gavel to Ana Ruiz in July.
Ana Ruiz once captained the Hurricanes and managed the campaign.
Gulf carrier Falcon Lines cut fares.
Fiji beat Peru 3-0 to lead the group.
The firm asked Ana Ruiz to head home.
Fiji, host to 300,000 refugees, objected.
Fiji host Peru on Saturday.
The figures represent a rise of 4 per cent.
Ana Ruiz represented herself in court.
Neither Fiji nor Peru is a member of the African Union.
"""


def roles(text: str) -> set[tuple[str, str, str, str]]:
    return {
        (claim.holder, claim.role, claim.of or "-", claim.status)
        for claim in extract(text, published=PUBLISHED).claims
        if claim.kind == "role"
    }


@pytest.mark.parametrize("line", TOLD.strip().splitlines())
def test_who_holds_which_role(line: str) -> None:
    text, told = line.split(" => ")
    assert roles(text) == {tuple(part.strip().split("|")) for part in told.split(" ; ")}


@pytest.mark.parametrize("text", UNTOLD.strip().splitlines())
def test_who_holds_none(text: str) -> None:
    assert roles(text) == set()
