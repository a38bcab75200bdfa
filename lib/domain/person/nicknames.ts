/** Short forms of first names, each line with the full one first. Only forms that are in wide use and mean that name. */
const groups = `william bill billy will willy willie liam
robert bob bobby rob robbie bert
richard rick ricky dick rich
elizabeth elisabeth liz lizzie beth betty eliza lisa libby
margaret maggie meg peggy marge
john jon johnny jack johnnie
jonathan jonny
james jim jimmy jamie
michael mike mick mickey micha
thomas tom tommy
christopher chris kit
katherine catherine kathryn kate katie cathy kathy kit kati
alexander alex sandy sasha xander
alexandra alex sandra sasha
edward ed eddie ted ned
anthony tony
andrew andy drew
daniel dan danny
david dave davy
matthew matt
nicholas nick nico nicolas
samuel sam sammy
samantha sam
joseph joe joey jo
benjamin ben benny
charles charlie chuck
stephen steven steve
gregory greg
jeffrey geoffrey jeff geoff
timothy tim
patrick pat paddy
patricia pat tricia patty
susan sue susie
deborah debbie deb
jennifer jen jenny
jessica jess jessie
rebecca becky becca
victoria vicky vicki tori
barbara barb barbie babs
francis frank
francisco paco pancho
jose pepe
maria mary marie
dolores lola
josephine jo josie
johannes hannes hans jan
friedrich fritz
heinrich heinz
wilhelm willi
sebastian basti
maximilian max
stefan steffen
giuseppe beppe peppe
giovanni gianni
antonio toni tonio
aleksandr sasha
dmitri dima mitya
yekaterina katya
ekaterina katya
mohammed muhammad mohamed mohammad mo`;

const formal = new Map<string, string[]>();
// Written as names-alike compares them: "ue" as "u".
for (const line of groups.replace(/([aou])e/g, "$1").split("\n")) {
  const [full = "", ...short] = line.split(" ");
  for (const name of [full, ...short]) formal.set(name, [...(formal.get(name) ?? []), full]);
}

/** Whether one first name is a short form of the other, or both of a third. Small letters, no accents. */
export function isNickname(a: string, b: string): boolean {
  return formal.get(a)?.some((full) => formal.get(b)?.includes(full)) ?? false;
}

/** Every short form with the first full name it stands for: for looking up in the database. */
export function nicknameTable(): Record<string, string> {
  return Object.fromEntries([...formal].map(([name, [full]]) => [name, full ?? name]));
}
