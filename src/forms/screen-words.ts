/**
 * The words the screen for personal detail goes by. They are data, so that a partnership can read what is let through and what is not.
 * A capitalised word that is ordinary here is never taken for part of a name.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words that are often capitalised in the field's sentences, or begin them, and are nobody's name. Lower case. */
export const ORDINARY = words(`
  a about above across after again against agreed all also although an and another any approved are as asked at attached awaiting back because
  been before being below between both but by call called can changed check checked clear closed completed confirmed could date dates
  decision delay delayed did do does done draft due during each early eight either email emailed escalated every exactly extended extension final
  first five following for four from further get given good had has have he her here hers him his hold holding how however i if in
  include included including into is it its just last late later learning leave left let letter like made make many may might missed missing more most
  much must my near need needed needs neither new next nil nine no nobody none nor not note noted nothing now of off on once one only or order
  other our out over overdue papers part partly pending per please point poor possible posted previously proposed provided put ready reason
  received reconvene refused regarding reminder reminded report reported request requested response return returned returns reviewed same second
  see send sent seven shall shared she should since six so some soon still subject such ten than thank thanks that the their them then
  there these they this those three through till to today told tomorrow too two under until up updated upon urgent us very waiting was we week
  were what when where whether which while who whose why will with within without working would yesterday yet you your

  academic access accident act action actions acute adolescent adolescents adult adults adviser advisers advisor advocacy agencies agency agenda
  alternate ambulance analyst annual anonymity area armed arrangements assessment assessments assistant assurance attendance audit audits authorities authority autumn
  bail bank board body boxing borough boroughs branch briefing british brook budget bureau business
  camhs campus capacity cardiology care carer carers case cases central centre centres chair chairs charity chief child childcare children chronology church city
  civil clinic clinical close co-ordinator code commission commissioner commissioning committee communications community complaint compliance
  conference consent consultant contact contextual convener coordinator core coroner coroners corporation corporate council counsel country county court courts
  crime criminal crown curriculum custody data day days deadline death deaths deanery dental department deputy designated detective development digital director directorate
  disability disclosure discharge discrimination district division doctor domestic drug duty early east eastern easter education
  educational eid emergency employment england english enquiry enquiries equality estate estates event evidence examination executive exclusion exploitation external
  fact facts faculty faith family families federation field final finance fire force form forum foster foundation framework friday front full function fund
  gang gangs general genogram google governance government governors gp grants great group groups guidance guardian hall head health healthcare hearing high
  his home homes hospice hospital hospitals hospital's hour hours house households housing human hub immediate immigration impact improvement incident incidents independent
  infant information inner inquest inspection inspectorate inspector institute institution integrated intensive interim international interview introduction investigation involvement islam jewish
  joint judge junior justice juvenile key kingdom labour law lay lead leader leaders leadership league legal letters level liaison library licensing line
  list local london lord maintenance major management manager managers marac mash maternity matters mayor mckenzie media medical meeting meetings member members mental met metropolitan
  microsoft middle midwife midwifery minister ministry minutes mobile monday month monthly monitor motion muslim national nationality neglect neighbourhood network neurology newborn newham news
  night north northern notification nurse nursery nurses nursing office officer officers official ofsted online operational operations ophthalmology organisation orthodox outcome outer outreach overview
  paediatric paediatrician paediatrics palliative panel paper parent parenting parents parliament partner partners partnership pathology pathway patient peer performance period permanent person
  perinatal physical place placement plan planning plans police policy port post practice practitioner practitioners premises presentation prevention primary principal prison
  private probation procedure procedures process professional professionals profile programme project property prosecution protection protocol provider psychiatry psychology public pupil
  quality quarter queen question quorate quorum radiology rapid rape record records recovery recruitment red referral referrals regional registrar registration regulation relevant representative
  representatives rescue research resident residential resolution resource resources responsible review reviewer reviewers reviews risk road role roman royal rota rule
  safe safeguarding saturday school schools scoping scottish scrutiny secretary section secure senior sergeant series serious service services session settings
  sexual sheet signed single site situation slack social society solicitor source south southern special specialist specialty spring staff stage standards standing state statement station statutory steering step strategic strategy street student
  sub-group substance substitution suicide summary summer sunday superintendent supervision support surgery survey sussex system systems targeted task team teams teenage telephone template
  term terms things thresholds thursday timeline timescale timetable training transfer transition transitions transport travel treasury tribunal trust tuesday turning tusk unborn unit
  united university update upper urban use vaccination victim violence virtual visit visiting visits voice voluntary volunteer vulnerable wales ward warrant wednesday welfare welsh west western winter
  mr mrs ms miss mx dr prof women wood word work workforce world year yearly young youth zoom
  front-line intelligence threshold tool tools basic command rehabilitation company built environment locally defined religious organisations
  borders admission admissions
  january february march april june july august september october november december christmas ramadan diwali hanukkah passover whitsun
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
`)

/** Places and bodies of the capital and the country that come in two words, or beside another capital. Lower case. */
export const PLACES = words(`
  barking barnet bart's barts bexley birmingham brent bristol bromley cambridge camden cheshire chelsea clapton cornwall croydon cumbria dagenham dalston derby devon dorset
  dover ealing enfield essex finsbury fulham greenwich hackney hamlets hammersmith hampshire haringey harrow havering hertfordshire hillingdon homerton
  hounslow hoxton islington kensington kent kingston lambeth lancashire leeds leicester lewisham liverpool luton manchester medway merton midlands moorfields newham norfolk northumberland
  nottingham oxford park redbridge richmond scotland sheffield shoreditch southwark stamford stoke suffolk surrey sutton thames thameside tower waltham wandsworth
  westminster whitechapel whittington wick wiltshire yorkshire europe european ireland irish france french poland polish romania romanian spain spanish turkey turkish
  teams outlook nspcc barnardo's barnardos cafcass elft ormond guy's royal thomas' newington green fields london's hackney's nelson mandela
`)

/** Given names that are nothing else in a sentence of this field. Not here: Grace, Mark, Will, Rose, May; nor trees, which are code words. */
export const GIVEN_NAMES = words(`
  aaliyah aaron abdi abdul abdullah abigail adam adebayo adele adeola agnieszka ahmed aisha aidan alan albert alejandro alexander alexandra alfie ali alice alicia alina amara amelia amina amira
  amy ana anastasia andre andrea andrei andrew angela anika anna annabel anthony antonio anya archie arjun arthur arya asha ashleigh ayesha ayodele beatrice ben benjamin bernard
  beth bethany billy blessing brandon bridget callum cameron carl carla carlos caroline catherine charles charlie charlotte chidi chinedu chloe chloé christopher claire connor courtney
  craig daniel danielle darius darren david dean deborah declan demi denise derek destiny dimitri dominic donna dorothy dylan edward eleanor elena elijah eliza elizabeth ella ellie elliot emily
  emma emmanuel eoin eric esme esther ethan eva evie ezra farah fatima fatou femi finn finlay fiona florence francesca frank freddie frederick freya gabriel gareth gary gemma george georgia gillian gloria
  graham hamza hannah harriet harrison harry harvey hassan hayley heather helen henry hussein ibrahim idris ife imani imogen imran isaac isabel isabella isla ismail jack jacob jake jamal james jamie jane janet
  jasmine jason jayden jean jenna jennifer jenny jeremy jermaine jessica jimmy joanna joe joel john jonathan jordan joseph josh joshua juan julia julie kai kamal karen karim kasia katarzyna kate katherine kathleen
  katie kayden kayleigh keira keith kelly kenneth kevin khadija kieran kimberley kofi kwame kyle lara laura lauren layla leah leanne lee leon leroy lewis liam lilly lily linda lisa logan lola louis louise lucas lucy luke
  maisie malik marcus margaret maria mariam marie martin mary mason matilda matthew max maya megan mehmet mia michael michelle mikey millie mohamed mohammad mohammed mohamud molly morgan moses muhammad mustafa nadia nancy naomi
  natalie natasha nathan nathaniel niamh nicholas nicola nicole nigel noah nora olivia olu oluwaseun omar oscar owen pamela patricia patrick paul paula pauline peter philip phoebe piotr poppy precious priya rachel rahul raj
  rebecca reece rhys richard riley rob robert roger ronan rosie ruby russell ruth ryan sadia said samantha samira samuel sandra sara sarah scott sean sebastian shaniqua shannon sharon shaun sheila shirley simon sofia
  sophia sophie stacey stanislaw stella stephanie stephen steven stuart susan suzanne tamara tanya tariq taylor temi terence teresa theo theodore thomas tiffany timothy toby tommy tracey tracy tyler tyrell tyrone valerie vanessa
  victoria vijay vincent wayne wendy william xavier yasmin yasmine yusuf yvonne zachary zahra zain zainab zara zoe zoë zuzanna
`)

/** Two capitals that follow "child" or "parent" in this field and are no initials. */
export const ABBREVIATIONS = words('CP LA IN GP HV SW DV DA MH QA PP YJ UK EU IT ID OK NO OR TB TL SU LP')

/** The letters with which UK postcodes begin. */
export const POSTCODE_AREAS = words(`
  AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX
  IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS
  ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
`)
